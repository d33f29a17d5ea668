import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** Markdown files at the root that the sources name: the app reads them, though documents are usually no part of an image. */
export function readDocuments(project: ProjectView, sources: readonly PythonSource[]): string[] {
  const named = sources.flatMap(({ code }) =>
    [...code.matchAll(/["'](?<value>\w[\w.-]{0,80}\.md)["']/g)].map(({ groups }) => groups!['value']!),
  );
  return [...new Set(named)].filter((path) => project.has(path)).sort();
}
