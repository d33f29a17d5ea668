import type { Recognised } from './recognised.js';

/** Process exit statuses, the same through every door. */
export const exitStatus = { done: 0, fault: 1, badInput: 2, wouldOverwrite: 3 } as const;

/**
 * A request that can't be met because of what was asked or what was found: exit 2.
 * `message` says what was wrong and where (`file:line`), `hint` what is allowed and what to do;
 * `hint` may have several lines.
 */
export class InputError extends Error {
  readonly code: string;
  readonly hint: string;
  /** What is known of the project all the same; null where none was looked at. */
  readonly recognised: Recognised | null;

  constructor(code: string, message: string, hint = '', recognised: Recognised | null = null) {
    super(message);
    this.recognised = recognised;
    this.name = 'InputError';
    this.code = code;
    this.hint = hint;
  }
}

/** A file of the user's would be overwritten and nobody could be asked: exit 3, nothing was written. */
export class WouldOverwriteError extends InputError {
  readonly paths: readonly string[];

  /** `reasons`: why files that could have been added to were not. */
  constructor(paths: readonly string[], reasons: readonly string[] = []) {
    super(
      'would-overwrite',
      `would overwrite ${paths.join(', ')}: nothing was written`,
      [...reasons, 'see the difference with --diff, overwrite with --force'].join('\n'),
    );
    this.name = 'WouldOverwriteError';
    this.paths = paths;
  }
}
