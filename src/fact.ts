import type { WarningCode } from './warning-codes.js';

/**
 * A fact: a value and where it was read, so that every decision can be traced to a line.
 * `source` is `file:line`, `file`, a flag (`--shell`), `.yo-rc.json`, or `default` with its reason.
 */
export interface Fact<T> {
  readonly value: T;
  readonly source: string;
}

/** Something a person should know before they build: `code` is stable, `message` is for people. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** `file:line`, a flag, or null where it follows from the catalogue. */
  readonly source: string | null;
}
