import type { ProjectView } from '../../project/view.js';
import { appAt } from './app-at.js';
import { buildOf } from './build.js';
import { frameworkOf } from './framework.js';
import { runningOf } from './running.js';
import { memberPlaces } from './workspace.js';

/** What others would import: such a package is the project itself. */
const exported = ['main', 'module', 'exports', 'bin'];

/** What only runs scripts of folders, at times among the dependencies. */
const tools = new Set(['concurrently', 'npm-run-all', 'npm-run-all2', 'nodemon', 'wait-on', 'cross-env']);

/**
 * Is the package.json at the root there for tools alone (hooks, linters, scripts that call those of folders)? It
 * brings nothing to a program, starts none and holds no workspace, so that what runs has to lie in the folders below.
 */
export function holdsToolsAlone(project: ProjectView): boolean {
  const below = project.files.some((path) => path.endsWith('/package.json'));
  if (!below || project.has('nx.json') || memberPlaces(project) !== null) return false;
  const app = appAt(project, null, null);
  const { manifest } = app;
  if (
    manifest.dependencies.some((name) => !tools.has(name)) ||
    exported.some((key) => manifest.get(key) !== null)
  )
    return false;
  const framework = frameworkOf(app);
  const { start, site } = runningOf(app, buildOf(app, framework), framework);
  return start === null && site === null;
}
