import type { Kind } from './kind.js';

/** Options that take no value: there is nothing to read. */
export const onOff: Kind = {
  takes: ({ flag }) => `allowed: --${flag} or --no-${flag}, without a value`,
  read: (value) => value,
};

export const on: Kind = {
  takes: ({ flag }) => `allowed: --${flag}, without a value`,
  read: (value) => value,
};
