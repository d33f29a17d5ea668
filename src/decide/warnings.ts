import type { BaseEntry } from '../catalogue/catalogue.js';
import type { Warning } from '../fact.js';
import type { WarningCode } from '../warning-codes.js';

/** What a person should know about a base before they take it, on the day `asOf` on which the catalogue's facts were checked. */
export function baseWarnings(base: BaseEntry, asOf: string): Warning[] {
  return notices
    .filter(({ applies }) => applies(base, asOf))
    .map(({ code, message }) => ({ code, message: message(base), source: null }));
}

const notices: readonly {
  code: WarningCode;
  applies(base: BaseEntry, asOf: string): boolean;
  message(base: BaseEntry): string;
}[] = [
  {
    code: 'BI103',
    applies: (base) => base.id === 'ubi-init',
    message: () =>
      'ubi-init is made for systemd as root; here it runs one program as user 1001, for which ubi-minimal is enough',
  },
  {
    code: 'BI105',
    applies: ({ supportedUntil }, asOf) => supportedUntil !== null && supportedUntil <= asOf,
    message: ({ id, title, supportedUntil }) =>
      `${title} has had no security fixes since ${supportedUntil}: take another base than ${id} with --base`,
  },
];
