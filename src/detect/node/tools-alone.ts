import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { appAt } from './app-at.js';
import { buildOf } from './build.js';
import { frameworkOf } from './framework.js';
import { readManifest } from './manifest.js';
import type { NodeApp } from './node-app.js';
import { runningOf } from './running.js';
import { bringsPackages, memberPlaces } from './workspace.js';

/** What others would import or call: such a package is the project itself. */
const exported = ['module', 'exports', 'bin'];

/**
 * Is the package.json at the root there for tools alone (hooks, linters, scripts that call those of folders)? It
 * brings nothing to a program of its own, starts none and holds no workspace, so that what runs has to lie in the folders below.
 */
export function holdsToolsAlone(project: ProjectView): boolean {
  const below = project.files.some((path) => path.endsWith('/package.json'));
  if (!below || project.has('nx.json') || memberPlaces(project) !== null) return false;
  const app = appAt(project, null, null);
  const { manifest } = app;
  if (exports(app) || (manifest.dependencies.length > 0 && holdsScripts(project))) return false;
  const framework = frameworkOf(app);
  const { start, site, entry } = runningOf(app, buildOf(app, framework), framework);
  return (start === null && site === null) || startsWithoutPackages(app, entry?.value ?? '');
}

/** `node server/index.js`, where nothing but a package.json in `server` brings packages, and no script installs them. */
function startsWithoutPackages({ project, manifest }: NodeApp, entry: string): boolean {
  const folder = entry.split('/')[0] ?? '';
  if (manifest.dependencies.length > 0 || !project.has(`${folder}/package.json`)) return false;
  const installs = Object.entries(manifest.scripts).filter(([name]) => /install|build/.test(name));
  const isInstalled = installs.some(([, line]) => line.includes(folder));
  return !isInstalled && bringsPackages({ manifest: readManifest(project.below(folder)) });
}

/** `index.js` is what npm itself writes down, whether there is such a file or not. */
function exports({ project, manifest }: NodeApp): boolean {
  const main = manifest.string('main')?.value;
  const named = main !== undefined && (main !== 'index.js' || project.has(main));
  return named || exported.some((key) => manifest.get(key) !== null);
}

/** Scripts of its own, beside the folders that have packages of theirs and the settings of tools. */
function holdsScripts(project: ProjectView): boolean {
  const folders = project.files.flatMap((path) =>
    path.endsWith('/package.json') ? [posix.dirname(path)] : [],
  );
  return project.files.some(
    (path) =>
      /^\w.*\.[cm]?[jt]sx?$/.test(path) &&
      !/\.config\.\w+$|^(?:gulpfile|Gruntfile)\./.test(path) &&
      !folders.some((folder) => path.startsWith(`${folder}/`)),
  );
}
