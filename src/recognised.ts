import type { Fact } from './fact.js';

/** What is known of a project that can't be served. */
export interface Recognised {
  /** Deployables that were found: folder (POSIX, `.` for the root) and language. */
  readonly apps: readonly { readonly path: string; readonly language: string }[];
  /** The project's language, also one that is not served; null where it has several, or none is known. */
  readonly language: Fact<string> | null;
}
