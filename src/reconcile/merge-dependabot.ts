import { columnAt } from '../project/project-file.js';
import { readUpdates, type UpdateEntry } from './update-entries.js';

/**
 * A dependabot.yml with the entries of another one that it lacks, put behind its own: not a byte of what is there
 * changes, so comments, order, anchors and line ends stay. An entry for the same ecosystem and folder is the user's to keep.
 * Throws InputError where nothing can be added to `theirs`.
 */
export function mergeDependabot(theirs: string, ours: string, path: string): string {
  const present = readUpdates(theirs, path);
  const missing = readUpdates(ours, path).filter((entry) => !present.some((other) => covers(other, entry)));
  const last = present.at(-1);
  if (missing.length === 0 || last === undefined) return theirs;
  const lineEnd = theirs.includes('\r\n') ? '\r\n' : '\n';
  const indent = columnAt(theirs, last.dash) - 1;
  const gap = blankBetween(theirs, present) ? '\n' : '';
  const added = missing.map((entry) => gap + indented(entryText(ours, entry), indent)).join('');
  const head = theirs.slice(0, last.end);
  const complete = head.endsWith('\n') ? head : head + lineEnd;
  return complete + added.replaceAll('\n', lineEnd) + theirs.slice(last.end);
}

/** `/` is `.` and the empty path; `*` is any one folder, `**` any number of them. */
function covers(present: UpdateEntry, wanted: UpdateEntry): boolean {
  if (present.ecosystem !== wanted.ecosystem) return false;
  return wanted.directories.every((directory) =>
    present.directories.some((pattern) => matches(plain(pattern), plain(directory))),
  );
}

function plain(directory: string): string {
  return directory.replace(/^\.?\/*|\/+$/g, '');
}

function matches(pattern: string, directory: string): boolean {
  const expression = pattern
    .split(/(\*\*\/?|\*)/)
    .map((part) => wildcards[part] ?? part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('');
  return new RegExp(`^${expression}$`).test(directory);
}

const wildcards: Readonly<Record<string, string>> = { '*': '[^/]*', '**': '.*', '**/': '(?:.*/)?' };

function blankBetween(text: string, entries: readonly UpdateEntry[]): boolean {
  return entries.some((entry, at) => {
    const next = entries[at + 1];
    return next !== undefined && /^[ \t]*\r?\n/m.test(text.slice(entry.end, next.dash));
  });
}

/** The entry's own lines, with the comment above it. */
function entryText(text: string, { dash, end }: UpdateEntry): string {
  const above = /(?:^[ \t]*#[^\n]*\n)*[ \t]*(?![^])/m.exec(text.slice(0, dash))?.[0] ?? '';
  return text.slice(dash - above.length, end);
}

function indented(text: string, indent: number): string {
  const own = text.search(/\S/);
  return text.replace(/^[ \t]*(?=\S)/gm, (blank) => ' '.repeat(blank.length - own + indent));
}
