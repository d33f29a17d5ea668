import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { firstFound, importOf, type PythonSource } from './sources.js';

/**
 * What Chainlit makes in the app's root: files that browsers send, and its settings where the project has none.
 * https://docs.chainlit.io/backend/config/overview
 */
export function chainlitFolders(project: ProjectView, sources: readonly PythonSource[]): Fact<string>[] {
  const folders = project.has('.chainlit/config.toml') ? ['.files'] : ['.chainlit', '.files'];
  return made(sources, folders);
}

/** The welcome page, which it writes where there is none. */
export function welcomePage(project: ProjectView, sources: readonly PythonSource[]): Fact<string>[] {
  return made(sources, project.has('chainlit.md') ? [] : ['chainlit.md']);
}

function made(sources: readonly PythonSource[], paths: readonly string[]): Fact<string>[] {
  const imported = firstFound(sources, importOf('chainlit'));
  return imported === null ? [] : paths.map((value) => ({ value, source: imported.source }));
}
