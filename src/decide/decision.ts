import type { Fact, Warning } from '../fact.js';

/** The leaves of the tree, and those that only `--base` reaches. The order is the order of help texts. */
export const baseIds = [
  'scratch',
  'distroless',
  'alpine',
  'debian-slim',
  'debian',
  'ubuntu',
  'ubi-micro',
  'ubi-minimal',
  'ubi',
  'ubi-init',
  'chainguard',
  'wolfi',
] as const;
export type BaseId = (typeof baseIds)[number];

/** The three questions of the tree. */
export type TreeQuestion = 'shell' | 'glibc' | 'rhel';

/** One step of the path through the tree. `source` is a flag, a file and line, or a reason in words. */
export interface Step {
  readonly question: TreeQuestion | 'base';
  readonly answer: boolean | BaseId;
  readonly source: string;
}

/** A base that was considered and not taken. */
export interface Rejection {
  readonly base: BaseId;
  /** The rule's code where a rule rejected it, null where the tree simply went another way. */
  readonly code: string | null;
  readonly reason: string;
  readonly source: string | null;
}

export interface Decision {
  readonly base: BaseId;
  readonly steps: readonly Step[];
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
}

/** What a person or a file answered; absent where nobody did. Each source names the flag, file or prompt. */
export interface TreeAnswers {
  readonly shell?: Fact<boolean>;
  readonly glibc?: Fact<boolean>;
  readonly rhel?: Fact<boolean>;
  readonly base?: Fact<BaseId>;
}
