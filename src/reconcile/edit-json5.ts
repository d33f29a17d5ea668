import type { Json5Node } from './json5.js';

/** Text to put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The text with all insertions; of those at one offset the first stands first. */
export function withInsertions(source: string, insertions: readonly Insertion[]): string {
  const fromTheEnd = insertions.toReversed().toSorted((a, b) => b.at - a.at);
  return fromTheEnd.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/**
 * Puts entries (`"a"`, `"key": []`, of one line or several) behind those of a list or an object, in its manner: each on
 * a line of its own where the last one has one, with a comma at the end where there is one. `step` is one level of indent.
 */
export function appended(
  source: string,
  node: Json5Node,
  entries: readonly string[],
  step: string,
): Insertion[] {
  const last = (node.items ?? node.members?.map((member) => member.node))?.at(-1);
  if (last === undefined) return filled(source, node, entries, step);
  const tail = source.slice(last.end, node.end - 1);
  const trailing = commaOffset(tail);
  if (!tail.includes('\n')) {
    const added = entries.map((entry) => ` ${onOneLine(entry)}`).join(',');
    if (trailing === null) return [{ at: last.end, text: `,${added}` }];
    return [{ at: last.end + trailing + 1, text: added }];
  }
  const indent = indentOf(source, startOfLast(node));
  const added = entries.map((entry) => `\n${indented(entry, indent)}`).join(',');
  const at = lineEndBefore(source, node.end - 1);
  if (trailing === null)
    return [
      { at: last.end, text: ',' },
      { at, text: added },
    ];
  return [{ at, text: `${added},` }];
}

/** Puts entries in front of those of a list, in its manner. */
export function prepended(
  source: string,
  node: Json5Node,
  entries: readonly string[],
  step: string,
): Insertion[] {
  const first = node.items?.[0];
  if (first === undefined) return filled(source, node, entries, step);
  const at = node.start + 1;
  if (!source.slice(at, first.start).includes('\n'))
    return [{ at, text: entries.map((entry) => `${onOneLine(entry)}, `).join('') }];
  const indent = indentOf(source, first.start);
  return [{ at, text: entries.map((entry) => `\n${indented(entry, indent)},`).join('') }];
}

/** The first entries of a list or an object. */
function filled(source: string, node: Json5Node, entries: readonly string[], step: string): Insertion[] {
  const at = node.end - 1;
  const line = entries.join(', ');
  if (node.items !== undefined && line.length < longestLine && !line.includes('\n'))
    return [{ at, text: line }];
  const outer = indentOf(source, node.start);
  const added = entries.map((entry) => `\n${indented(entry, outer + step)}`).join(',');
  return [{ at, text: `${added}\n${outer}` }];
}

/** Characters of a list's entries that stay on one line with its key. */
const longestLine = 60;

/** The blanks that the line of an offset begins with. */
export function indentOf(source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function startOfLast({ items, members }: Json5Node): number {
  return items?.at(-1)?.start ?? members?.at(-1)?.start ?? 0;
}

/** The offset of the comma outside of comments, null without one. */
export function commaOffset(blanksAndComments: string): number | null {
  const blanked = blanksAndComments.replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, (comment) =>
    ' '.repeat(comment.length),
  );
  return blanked.includes(',') ? blanked.indexOf(',') : null;
}

function indented(entry: string, indent: string): string {
  return entry.replace(/^/gm, indent);
}

function onOneLine(entry: string): string {
  return entry.replace(/\n\s*/g, ' ');
}

/** The offset of the line break before an offset. */
function lineEndBefore(source: string, offset: number): number {
  const lineEnd = source.lastIndexOf('\n', offset);
  return source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}
