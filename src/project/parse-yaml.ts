import type { Document } from 'yaml';
import { InputError } from '../errors.js';
import { parsed } from './parsed.js';
import { columnAt, lineAt } from './project-file.js';
import { showControls } from '../control-characters.js';
import type { Parsed, ProjectFile } from './view.js';
import { yamlLibrary } from './yaml-library.js';

/** The first document of a YAML file. Throws InputError `broken-yaml` with file, line and column. */
export function parseYaml(file: ProjectFile): Parsed {
  const { parseAllDocuments } = yamlLibrary();
  const documents = parseAllDocuments(file.text, { prettyErrors: false, logLevel: 'silent' });
  const document = 'empty' in documents ? undefined : documents[0];
  const fault = document?.errors[0];
  if (fault) throw broken(file, fault.message, fault.pos[0]);
  return parsed(file, valueOf(file, document), (keys) => yamlKeyOffset(document?.contents, keys));
}

function valueOf(file: ProjectFile, document: Document.Parsed | undefined): unknown {
  try {
    return document?.toJS() ?? null;
  } catch (error) {
    // Aliases that nobody defined, or that multiply beyond measure, show up only here.
    throw broken(file, error instanceof Error ? error.message : String(error), 0);
  }
}

function broken(file: ProjectFile, message: string, offset: number): InputError {
  const place = `${lineAt(file.text, offset)}:${columnAt(file.text, offset)}`;
  return new InputError(
    'broken-yaml',
    `${showControls(file.path)}:${place}: ${message.replace(/\s+/g, ' ')}`,
    'correct the file: it has to be valid YAML',
  );
}

function yamlKeyOffset(root: unknown, keys: readonly string[]): number | null {
  const { isMap, isPair, isScalar, isSeq } = yamlLibrary();
  let node = root;
  let offset: number | null = null;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === key,
      );
      if (!pair) return null;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node);
    } else return null;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return (node as { range?: readonly number[] } | null)?.range?.[0] ?? null;
}
