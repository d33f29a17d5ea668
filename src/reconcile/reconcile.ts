import { InputError } from '../errors.js';
import type { RenderedFile } from '../render/render.js';
import { readExisting } from './existing-file.js';
import { mergeDependabot } from './merge-dependabot.js';
import { mergeRenovate } from './merge-renovate.js';

/** What writing a rendered file would do to what is on disk. */
export interface Change {
  readonly path: string;
  readonly change: 'create' | 'identical' | 'merge' | 'conflict';
  /** What is there now, verbatim, null where nothing is. */
  readonly before: string | null;
  /** What would be there: the rendered text, in the line ends of the file that is there. */
  readonly after: string;
  /** Why a file that others share could not be added to, with line and column. */
  readonly reason?: string;
}

type Merge = (theirs: string, ours: string, path: string) => string;

/** How each kind of file that belongs to the project as a whole is added to. */
const mergers: Readonly<Record<NonNullable<RenderedFile['mergedAs']>, Merge>> = {
  dependabot: mergeDependabot,
  renovate: mergeRenovate,
};

const byteOrderMark = '\ufeff';

/** Compares rendered files with what is below `root`. Reads, writes nothing. Throws InputError where a path leads out of the project. */
export function reconcile(root: string, files: readonly RenderedFile[]): Change[] {
  return files.map((file) => compare(file, readExisting(root, file.path)));
}

function compare({ path, text, mergedAs }: RenderedFile, existing: Buffer | null): Change {
  if (existing === null) return { path, change: 'create', before: null, after: text };
  const whole = replaced(path, existing, text);
  // Most runs find what the last one wrote: reading YAML takes longer than all the rest.
  if (whole.change === 'identical') return whole;
  const before = existing.toString('utf8');
  const isText = existing.equals(Buffer.from(before));
  return mergedAs && isText ? merged(path, before, text, mergers[mergedAs]) : whole;
}

function merged(path: string, before: string, text: string, merge: Merge): Change {
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : '';
  try {
    const after = mark + merge(before.slice(mark.length), text, path);
    return { path, change: after === before ? 'identical' : 'merge', before, after };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { path, change: 'conflict', before, after: inTheManner(before, text), reason: error.message };
  }
}

function replaced(path: string, existing: Buffer, text: string): Change {
  const before = existing.toString('utf8');
  const after = inTheManner(before, text);
  // Bytes are compared, since two different files that are not UTF-8 may look the same as text.
  const change = existing.equals(Buffer.from(after)) ? 'identical' : 'conflict';
  return { path, change, before, after };
}

/** The text with the byte order mark and the line ends of the file that it would replace. */
function inTheManner(before: string, text: string): string {
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : '';
  return mark + (usesCrlf(before) ? text.replaceAll('\n', '\r\n') : text);
}

function usesCrlf(text: string): boolean {
  const crlf = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return crlf > all - crlf;
}
