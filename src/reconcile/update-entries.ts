import type { Document, YAMLMap } from 'yaml';
import { columnAt } from '../project/project-file.js';
import { yamlLibrary } from '../project/yaml-library.js';
import { soleDocument } from './sole-document.js';
import { unmergeable } from './unmergeable.js';

/** An entry of `updates` in a dependabot.yml: what it is about, and where it stands in the text. */
export interface UpdateEntry {
  readonly ecosystem: string;
  /** As the file has them, `/`, `/services/*`. */
  readonly directories: readonly string[];
  /** Offset of its dash. */
  readonly dash: number;
  /** Offset after its last line, with the comments that are indented as it is. */
  readonly end: number;
}

/**
 * The entries of a dependabot.yml. Throws InputError with line and column where it is no YAML, has several documents, or
 * a shape that can't be added to. https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
 */
export function readUpdates(text: string, path: string): readonly UpdateEntry[] {
  const document = soleDocument(text, path);
  const { isMap, isSeq } = yamlLibrary();
  const updates = isMap(document.contents) ? document.contents.get('updates', true) : null;
  if (document.get('version') === 1)
    throw unmergeable(path, text, 0, 'it is of version 1, which GitHub no longer reads');
  if (!isSeq(updates) || updates.items.length === 0)
    throw unmergeable(path, text, 0, 'there is no entry in a list `updates`');
  if (updates.flow === true)
    throw unmergeable(path, text, updates.range?.[0] ?? 0, 'the list `updates` is written in brackets');
  const values = valuesOf(document, { text, path });
  return updates.items.map((node, at) => entryAt(node as YAMLMap, values[at], { text, path }));
}

/** Aliases that nobody defined, or that multiply beyond measure, show up only here. */
function valuesOf(document: Document.Parsed, { text, path }: Source): readonly unknown[] {
  try {
    return (document.toJS() as { updates: readonly unknown[] }).updates;
  } catch (error) {
    throw unmergeable(path, text, 0, error instanceof Error ? error.message : String(error));
  }
}

interface Source {
  readonly text: string;
  readonly path: string;
}

function entryAt({ range }: YAMLMap, value: unknown, { text, path }: Source): UpdateEntry {
  const [start, end] = range ?? [0, 0];
  if (!isObject(value) || typeof value['package-ecosystem'] !== 'string')
    throw unmergeable(path, text, start, 'an entry of `updates` has no package-ecosystem');
  const { directory, directories } = value;
  const dash = text.lastIndexOf('-', start - 1);
  return {
    ecosystem: value['package-ecosystem'],
    directories: (Array.isArray(directories) ? directories : [directory ?? '/']).map(String),
    dash,
    end: afterComments(text, lineEnd(text, end), columnAt(text, dash)),
  };
}

/** An entry in braces, or an alias, ends before its line does. */
function lineEnd(text: string, from: number): number {
  if (text[from - 1] === '\n') return from;
  const next = text.indexOf('\n', from);
  return next === -1 ? text.length : next + 1;
}

/** Comments right below an entry that are indented deeper than its dash are its own. */
function afterComments(text: string, from: number, dashColumn: number): number {
  const own = new RegExp(`(?:[ \\t]{${dashColumn},}#[^\\n]*\\n?)*`, 'y');
  own.lastIndex = from;
  return from + (own.exec(text)?.[0].length ?? 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
