import { structuredPatch, type StructuredPatchHunk } from 'diff';
import { showControls } from '../control-characters.js';
import type { Change } from './reconcile.js';

/** Above so many changed lines nobody reads on, and the search for the shortest difference takes its square in time. */
const mostChangedLines = 2000;

interface Line {
  readonly kind: 'header' | 'hunk' | 'added' | 'removed' | 'context';
  readonly text: string;
}

const escape = '\u001b';
const colours: Readonly<Record<Line['kind'], string>> = {
  header: `${escape}[1m`,
  hunk: `${escape}[36m`,
  added: `${escape}[32m`,
  removed: `${escape}[31m`,
  context: '',
};

/**
 * What would change, as one unified diff for people; empty where nothing does. Control characters of the
 * files are written out (`<U+001B>`), so that none of them reaches a terminal; tabs stay.
 */
export function unifiedDiff(
  changes: readonly Change[],
  { colour }: { colour: boolean } = { colour: false },
): string {
  const lines = changes.filter(({ change }) => change !== 'identical').flatMap(linesOf);
  return lines.map((line) => `${colour ? coloured(line) : visible(line.text)}\n`).join('');
}

function linesOf(change: Change): Line[] {
  const { before, after } = withCommonLineEnds(change);
  const oldName = change.before === null ? '/dev/null' : `a/${change.path}`;
  const newName = `b/${change.path}`;
  const patch = structuredPatch(oldName, newName, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostChangedLines,
  });
  const header: Line[] = [
    { kind: 'header', text: `--- ${oldName}` },
    { kind: 'header', text: `+++ ${newName}` },
  ];
  if (patch === undefined) return [...header, { kind: 'hunk', text: '@@ too much differs to be shown @@' }];
  return [...header, ...patch.hunks.flatMap(hunkLines)];
}

/** Where every line of both texts ends in CRLF it is no difference, and would only clutter each line. */
function withCommonLineEnds(change: Change): { before: string; after: string } {
  const before = change.before ?? '';
  const { after } = change;
  if (/(?<!\r)\n/.test(before + after)) return { before, after };
  return { before: before.replaceAll('\r\n', '\n'), after: after.replaceAll('\r\n', '\n') };
}

function hunkLines({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): Line[] {
  const position = `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
  return [{ kind: 'hunk', text: position }, ...lines.map((text): Line => ({ kind: kindOf(text), text }))];
}

/** An empty range is named after the line before it. */
function range(start: number, lines: number): string {
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function kindOf(line: string): Line['kind'] {
  if (line.startsWith('+')) return 'added';
  if (line.startsWith('-')) return 'removed';
  return 'context';
}

function coloured({ kind, text }: Line): string {
  return colours[kind] === '' ? visible(text) : `${colours[kind]}${visible(text)}${escape}[0m`;
}

function visible(text: string): string {
  return text.split('\t').map(showControls).join('\t');
}
