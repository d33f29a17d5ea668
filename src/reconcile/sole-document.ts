import type { Document } from 'yaml';
import { yamlLibrary } from '../project/yaml-library.js';
import { unmergeable } from './unmergeable.js';

/** The one document of a YAML file of the user's. Throws InputError with line and column where there is another number of them, or a fault. */
export function soleDocument(text: string, path: string): Document.Parsed {
  const { parseAllDocuments } = yamlLibrary();
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', merge: true });
  const [document, ...others] = 'empty' in documents ? [] : documents;
  if (document === undefined) throw unmergeable(path, text, 0, 'it is empty');
  const fault = documents.flatMap(({ errors }) => errors)[0];
  if (fault !== undefined) throw unmergeable(path, text, fault.pos[0], fault.message);
  if (others.length > 0) throw unmergeable(path, text, others[0]!.range[0], 'it has several documents');
  return document;
}
