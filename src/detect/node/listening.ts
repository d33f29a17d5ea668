import type { Warning } from '../../fact.js';

/** How the address that the program listens on can be reached from outside of the container. */
export interface Listening {
  /** What has to be set for that: `HOST=0.0.0.0`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
}
