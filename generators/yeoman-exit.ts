import { errorText, shownError } from '../src/show/error-text.js';

/**
 * What yo understands: it prints the message alone and exits with `code`, which has to be a number
 * (https://github.com/yeoman/yo/blob/main/lib/cli.js, onError).
 */
export class YeomanExit extends Error {
  readonly code: number;

  constructor(cause: unknown) {
    const shown = shownError(cause);
    super(errorText(shown), { cause });
    this.name = 'YeomanExit';
    this.code = shown.exitStatus;
  }
}

/** Runs something; what it throws becomes a message and an exit status. */
export function orExit<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new YeomanExit(error);
  }
}

/** As `orExit`, for what takes time. */
export async function orExitLater<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new YeomanExit(error);
  }
}
