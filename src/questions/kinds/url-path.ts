import type { Kind } from './kind.js';

/** Only characters that mean themselves in an address, a shell and a program's text. */
export const urlPath: Kind = {
  takes: () => 'allowed: a path that begins with /, of letters, digits and -._~/?=&%',
  read(text, _, refuse) {
    if (/^\/[\w\-.~/?=&%]*$/.test(text) && !text.startsWith('//')) return text;
    throw refuse('not the path of an address');
  },
};
