import { columnAt } from '../project/project-file.js';
import { yamlLibrary } from '../project/yaml-library.js';
import { matchesPattern } from './matches-pattern.js';
import { readUpdates, type UpdateEntry } from './update-entries.js';

/**
 * A dependabot.yml with the entries of another one that it lacks, put behind its own: not a byte of what is there
 * changes, so comments, order, anchors and line ends stay. An entry for the same ecosystem and folder is the user's to keep.
 * Throws InputError where nothing can be added to `theirs`.
 */
export function mergeDependabot(theirs: string, ours: string, path: string): string {
  const present = readUpdates(theirs, path);
  const missing = readUpdates(ours, path).filter((entry) => lacking(present, entry).length > 0);
  const last = present.at(-1);
  if (missing.length === 0 || last === undefined) return theirs;
  const lineEnd = theirs.includes('\r\n') ? '\r\n' : '\n';
  const indent = columnAt(theirs, last.dash) - 1;
  const gap = blankBetween(theirs, present) ? '\n' : '';
  const added = missing
    .map((entry) => gap + indented(withoutCovered(entryText(ours, entry), present, entry), indent))
    .join('');
  const head = theirs.slice(0, last.end);
  const complete = head.endsWith('\n') ? head : head + lineEnd;
  return complete + added.replaceAll('\n', lineEnd) + theirs.slice(last.end);
}

/** The directories that no entry of the same ecosystem is about, whatever branch it is for. */
function lacking(present: readonly UpdateEntry[], wanted: UpdateEntry): string[] {
  const patterns = present
    .filter(({ ecosystem }) => ecosystem === wanted.ecosystem)
    .flatMap(({ directories }) => directories.map(plain));
  return wanted.directories.filter(
    (directory) => !patterns.some((pattern) => matchesPattern(pattern, plain(directory))),
  );
}

/** Of a list of directories only those that are lacking: one that is named twice would be updated twice. */
function withoutCovered(text: string, present: readonly UpdateEntry[], entry: UpdateEntry): string {
  const wanted = lacking(present, entry);
  if (wanted.length === entry.directories.length) return text;
  const document = yamlLibrary().parseDocument(text);
  document.setIn([0, 'directories'], wanted);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** `/` is `.` and the empty path; `*` is any one folder, `**` any number of them. */
function plain(directory: string): string {
  return directory.replace(/^\.?\/*|\/+$/g, '');
}

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
