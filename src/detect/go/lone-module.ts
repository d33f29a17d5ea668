import type { ProjectFile, ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';
import type { GoSource } from './sources.js';

/**
 * The module that a main.go without a go.mod is: itself, where it and its neighbours import the standard library alone. Null
 * where there is a module, or where one is missing that says which versions are meant.
 */
export function loneModule(project: ProjectView, sources: readonly GoSource[]): GoModules | null {
  const file = project.read('main.go');
  if (file === null || project.has('go.mod') || project.has('go.work')) return null;
  const here = sources.filter(({ folder }) => folder === '');
  return here.every(({ imports }) => imports.every(({ value }) => isStandard(value))) ? moduleOf(file) : null;
}

/** Paths of modules that are downloaded begin with a host's name. https://go.dev/ref/mod#module-path */
function isStandard(importPath: string): boolean {
  return !(importPath.split('/')[0] ?? '').includes('.');
}

function moduleOf(file: ProjectFile): GoModules {
  const none = { path: null, go: null, toolchain: null, requires: new Map(), replacements: [], uses: [] };
  return {
    workspace: null,
    all: [{ ...none, file, folder: '' }],
    outside: [],
    owns: (folder) => folder === '',
    folderOf: () => null,
  };
}
