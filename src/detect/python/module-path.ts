import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** How a file is imported when the app starts. */
export interface ModulePath {
  /** `app.main` */
  readonly module: string;
  /** The folder that has to be on the import path, `''` where it is the app's root. */
  readonly root: string;
}

/**
 * The module of a source. A `src` folder that is no package, and the folder of a file that imports its
 * neighbours by their bare names, are roots of their own.
 */
export function modulePath(project: ProjectView, source: PythonSource): ModulePath {
  const root = importRoot(project, source);
  const inside = root === '' ? source.path : source.path.slice(root.length + 1);
  const module = inside
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
  return { module, root };
}

function importRoot(project: ProjectView, { folder, code }: PythonSource): string {
  if (folder === '') return '';
  if (project.has(joinPaths(folder, '__init__.py'))) return packageRoot(project, folder, code);
  return importsNeighbour(project, folder, code) ? folder : sourceRoot(project, folder);
}

/** Where a package says its own name in full, it is imported from the folder that it lies in. */
function packageRoot(project: ProjectView, folder: string, code: string): string {
  const parts = folder.split('/');
  const depth = parts.findIndex((_, at) =>
    project.has(joinPaths(parts.slice(0, at + 1).join('/'), '__init__.py')),
  );
  const own = new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+${parts[depth]}\b`, 'm');
  return depth > 0 && own.test(code) ? parts.slice(0, depth).join('/') : sourceRoot(project, folder);
}

/** `src` is left out of a module's name where it is only a place for packages. */
function sourceRoot(project: ProjectView, folder: string): string {
  const [first] = folder.split('/');
  const isPlace = first === 'src' && folder !== 'src' && !project.has('src/__init__.py');
  return isPlace ? 'src' : '';
}

function importsNeighbour(project: ProjectView, folder: string, code: string): boolean {
  return [...code.matchAll(/^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)/gm)].some(([, name]) =>
    [`${name}.py`, `${name}/__init__.py`].some((path) => project.has(joinPaths(folder, path))),
  );
}
