import type { BaseEntry } from '../catalogue/catalogue.js';
import type { Warning } from '../fact.js';
import type { WarningCode } from '../warning-codes.js';

/** What a person should know about a base before they take it. */
export function baseWarnings(base: BaseEntry): Warning[] {
  return notices
    .filter(({ applies }) => applies(base))
    .map(({ code, message }) => ({ code, message: message(base), source: null }));
}

const notices: readonly {
  code: WarningCode;
  applies(base: BaseEntry): boolean;
  message(base: BaseEntry): string;
}[] = [
  {
    code: 'BI103',
    applies: (base) => base.id === 'ubi-init',
    message: () =>
      'ubi-init is made for systemd as root; here it runs one program as user 1001, for which ubi-minimal is enough',
  },
];
