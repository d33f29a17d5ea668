import type { Document, Node } from 'yaml';
import { columnAt } from '../project/project-file.js';
import { yamlLibrary } from '../project/yaml-library.js';
import { matchesPattern } from './matches-pattern.js';
import { soleDocument } from './sole-document.js';
import { unmergeable } from './unmergeable.js';

/** What GitLab allows below `include`: https://docs.gitlab.com/ci/yaml/#include. */
interface Pipeline {
  readonly include?: unknown;
  readonly stages?: unknown;
}

/**
 * A .gitlab-ci.yml with what another one includes, put before what it includes itself: not a byte of the rest changes.
 * Throws InputError with line and column, and the line to add by hand, where nothing can be added to `theirs`.
 */
export function mergeGitlab(theirs: string, ours: string, path: string): string {
  if (theirs.trim() === '') return ours;
  if (theirs.replace(/^\s*#.*/gm, '').trim() === '') return withInclude(theirs, ours);
  const file = includedFiles(valueOf(ours, path).include)[0]!;
  const { include, stages } = valueOf(theirs, path);
  if (includedFiles(include).some((pattern) => matchesPattern(pattern, file))) return theirs;
  const document = soleDocument(theirs, path);
  const fail = (key: string, why: string) =>
    unmergeable(
      path,
      theirs,
      offsetOf(document, key),
      `${why}, and \`- local: ${file}\` has to stand below \`include\``,
    );
  if (Array.isArray(stages) && !stages.includes('test'))
    throw fail('stages', "the list `stages` has no `test`, the stage of the container's jobs");
  const merged = include === undefined ? withInclude(theirs, ours) : withEntry(theirs, file, document);
  if (!adds(file, theirs, merged, path))
    throw fail('include', '`include` is written in a way that can not be added to');
  return merged;
}

function valueOf(text: string, path: string): Pipeline {
  try {
    return (soleDocument(text, path).toJS() ?? {}) as Pipeline;
  } catch (error) {
    // Aliases that nobody defined, or that multiply beyond measure, show up only here.
    throw error instanceof ReferenceError ? unmergeable(path, text, 0, error.message) : error;
  }
}

/** The local files among what is included: a text, an object, or a list of both. */
function includedFiles(include: unknown): string[] {
  return [include].flat().flatMap((entry) => {
    const local: unknown =
      typeof entry === 'object' && entry !== null && 'local' in entry ? entry.local : entry;
    return typeof local === 'string' ? [local.replace(/^\//, '')] : [];
  });
}

function offsetOf(document: Document.Parsed, key: string): number {
  const node = document.get(key, true) as { range?: readonly number[] | null } | undefined;
  return node?.range?.[0] ?? 0;
}

function withInclude(theirs: string, ours: string): string {
  const end = lineEnd(theirs);
  const complete = theirs.endsWith('\n') ? theirs : theirs + end;
  return complete + end + ours.replaceAll('\n', end);
}

/** The entry before those that are there, in whichever of YAML's manners they are written. */
function withEntry(theirs: string, file: string, document: Document.Parsed): string {
  const { isSeq, isMap } = yamlLibrary();
  const include = document.get('include', true) as Node;
  const [start, end] = include.range ?? [0, 0];
  const [head, value, tail] = [theirs.slice(0, start), theirs.slice(start, end), theirs.slice(end)];
  const isFlow = (isSeq(include) || isMap(include)) && include.flow === true;
  if (isSeq(include)) {
    if (isFlow) return `${head}[{ local: ${file} }, ${value.slice(1)}${tail}`;
    return `${head}- local: ${file}${nextLine(theirs, start)}${value}${tail}`;
  }
  if (isMap(include) && !isFlow) {
    const deeper = value.replace(/\n(?=[^\r\n])/g, '\n  ');
    return `${head}- local: ${file}${nextLine(theirs, start)}- ${deeper}${tail}`;
  }
  const lineBreak = lineEnd(theirs);
  return `${head.trimEnd()}${lineBreak}  - local: ${file}${lineBreak}  - ${value}${tail}`;
}

/** A line break, and the blanks up to the column of an offset. */
function nextLine(text: string, offset: number): string {
  return lineEnd(text) + ' '.repeat(columnAt(text, offset) - 1);
}

/** Is nothing else changed, whatever anchors, tags and comments there are? */
function adds(file: string, theirs: string, merged: string, path: string): boolean {
  const before = valueOf(theirs, path);
  const include = [{ local: file }, ...(before.include === undefined ? [] : [before.include].flat())];
  return sorted({ ...before, include }) === sorted(valueOf(merged, path));
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
