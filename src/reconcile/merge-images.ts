import { posix } from 'node:path';
import { InputError } from '../errors.js';
import { showControls } from '../control-characters.js';
import { lineAt } from '../project/project-file.js';
import type { Merged } from './merged.js';

/** The entry of one image in a list of a pipeline: its lines, and what tells it from the others. */
interface Entry {
  readonly text: string;
  readonly image: string;
  /** Of its Dockerfile, as the entry writes it. */
  readonly file: string;
}

/** A pipeline's text cut up: its lists of images, and what stands before, between and behind them. */
interface Cut {
  readonly lists: readonly (readonly Entry[])[];
  readonly between: readonly string[];
}

/** An entry begins with `- image:` and has the lines that are indented deeper. */
const entry = /^( *)- image: (?<image>.*)\n(?:\1 +[a-z]+: .*\n)*/gim;

/**
 * This tool's pipeline with the images that the file on disk has too: an earlier run made their entries, for other apps
 * of the repository. Everything is kept where the two differ in nothing else. Both with LF line ends.
 * Throws InputError where two apps would have the same image.
 */
export function mergeImages(theirs: string, ours: string, path: string): Merged {
  const [there, made] = [cut(theirs), cut(ours)];
  if (there.lists.length !== made.lists.length) return { text: ours, keepsAll: false };
  const lists = made.lists.map((entries, at) => together(there.lists[at] ?? [], entries));
  const text = made.between
    .map((part, at) => part + (lists[at] ?? []).map((one) => one.text).join(''))
    .join('');
  refuseNamesakes(lists.flat(), text, path);
  const same = there.between.every((part, at) => part === made.between[at]);
  return { text, keepsAll: same && there.lists.flat().every((one) => text.includes(one.text)) };
}

/** Entries that follow on one another are a list. */
function cut(text: string): Cut {
  const lists: Entry[][] = [];
  const between: string[] = [];
  let end = 0;
  for (const match of text.matchAll(entry)) {
    if (match.index > end || lists.length === 0) {
      between.push(text.slice(end, match.index));
      lists.push([]);
    }
    lists.at(-1)!.push(entryOf(match));
    end = match.index + match[0].length;
  }
  return { lists, between: [...between, text.slice(end)] };
}

function entryOf({ 0: text, groups }: RegExpExecArray): Entry {
  return { text, image: groups?.['image'] ?? '', file: fileOf(text) };
}

/** Entries of older versions have the build context alone, with the Dockerfile at its root. */
function fileOf(text: string): string {
  const value = (name: string) =>
    new RegExp(`^ +${name}: "?(?<value>.*?)"?$`, 'im').exec(text)?.groups?.['value'];
  return value('file') ?? posix.join(value('context') ?? '', 'Dockerfile');
}

/** In the order that is there; an entry of ours takes the place of the one for the same Dockerfile. */
function together(theirs: readonly Entry[], ours: readonly Entry[]): Entry[] {
  const kept = theirs.map((one) => ours.find(({ file }) => file === one.file) ?? one);
  return [...kept, ...ours.filter(({ file }) => !theirs.some((one) => one.file === file))];
}

function refuseNamesakes(entries: readonly Entry[], text: string, path: string): void {
  const namesake = entries.find((one) =>
    entries.some(({ image, file }) => image === one.image && file !== one.file),
  );
  if (namesake === undefined) return;
  throw new InputError(
    'unmergeable',
    `${showControls(path)}:${lineAt(text, text.indexOf(namesake.text))}: two apps would have the image ${showControls(namesake.image)}`,
    'rename the folder of one of them',
  );
}
