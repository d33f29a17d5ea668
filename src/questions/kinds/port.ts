import type { Kind } from './kind.js';

export const port: Kind = {
  takes: () => 'allowed: a whole number from 1 to 65535',
  read(text, _, refuse) {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= 1 && number <= 65535) return number;
    throw refuse('not a port');
  },
};
