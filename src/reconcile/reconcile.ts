import { InputError } from '../errors.js';
import type { RenderedFile } from '../render/render.js';
import { readExisting } from './existing-file.js';
import { mergeDependabot } from './merge-dependabot.js';
import { mergeGitlab } from './merge-gitlab.js';
import { mergeImages } from './merge-images.js';
import { mergeRenovate } from './merge-renovate.js';
import type { Merged } from './merged.js';

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

/** Both texts without a byte order mark. Throws InputError where nothing can be added to `theirs`. */
type Merge = (theirs: string, ours: string, path: string) => Merged;

/** What each kind of file that does not hold for one app alone becomes. */
const mergers: Readonly<Record<Exclude<NonNullable<RenderedFile['mergedAs']>, 'kept'>, Merge>> = {
  dependabot: (theirs, ours, path) => ({ text: mergeDependabot(theirs, ours, path), keepsAll: true }),
  renovate: (theirs, ours, path) => ({ text: mergeRenovate(theirs, ours, path), keepsAll: true }),
  gitlab: (theirs, ours, path) => ({ text: mergeGitlab(theirs, ours, path), keepsAll: true }),
  images: (theirs, ours, path) => {
    const { text, keepsAll } = mergeImages(theirs.replaceAll('\r\n', '\n'), ours, path);
    return { text: inTheManner(theirs, text), keepsAll };
  },
};

const byteOrderMark = '\ufeff';

/** Compares rendered files with what is below `root`. Reads, writes nothing. Throws InputError where a path leads out of the project. */
export function reconcile(root: string, files: readonly RenderedFile[]): Change[] {
  return files.map((file) => compare(file, readExisting(root, file.path)));
}

function compare({ path, text, mergedAs }: RenderedFile, existing: Buffer | null): Change {
  if (existing === null) return { path, change: 'create', before: null, after: text };
  if (mergedAs === 'kept') return untouched(path, existing);
  const whole = replaced(path, existing, text);
  // Most runs find what the last one wrote: reading YAML takes longer than all the rest.
  if (whole.change === 'identical') return whole;
  const before = existing.toString('utf8');
  const isText = existing.equals(Buffer.from(before));
  return mergedAs && isText ? merged(path, before, text, mergers[mergedAs]) : whole;
}

function untouched(path: string, existing: Buffer): Change {
  const text = existing.toString('utf8');
  return { path, change: 'identical', before: text, after: text };
}

function merged(path: string, before: string, text: string, merge: Merge): Change {
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : '';
  try {
    const { text: whole, keepsAll } = merge(before.slice(mark.length), text, path);
    const after = mark + whole;
    if (after === before) return { path, change: 'identical', before, after };
    return { path, change: keepsAll ? 'merge' : 'conflict', before, after };
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
