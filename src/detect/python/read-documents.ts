import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** Markdown files at the root that the sources name: the app reads them, though documents are usually no part of an image. */
export function readDocuments(project: ProjectView, sources: readonly PythonSource[]): string[] {
  const named = sources.flatMap(({ code }) =>
    [...code.matchAll(/["'](?<value>\w[\w.-]{0,80}\.md)["']/g)].map(({ groups }) => groups!['value']!),
  );
  // Chainlit's welcome page, and its translations: chainlit_fr.md.
  const welcome = project.files.filter((path) => /^chainlit(?:_[\w-]+)?\.md$/.test(path));
  return [...new Set([...named, ...welcome])].filter((path) => project.has(path)).sort();
}
