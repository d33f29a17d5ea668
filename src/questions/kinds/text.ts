import type { Kind } from './kind.js';

/** Any text on one line. */
export const text: Kind = {
  takes: ({ flag, placeholder }) => `allowed: --${flag} ${placeholder}, on one line`,
  read: (value) => value,
};
