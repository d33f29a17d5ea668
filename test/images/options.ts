import { parseArgs } from 'node:util';

/** What a run of the image tests does. */
export interface Options {
  /** Every cell, instead of the everyday ones. */
  readonly all: boolean;
  /** Part of the names of the cells to try; empty for any. */
  readonly only: string;
  /** Say which cells would be tried. */
  readonly list: boolean;
  /** Write the table of proven cells. */
  readonly write: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  return values;
}
