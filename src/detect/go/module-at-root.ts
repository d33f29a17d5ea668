import { posix } from 'node:path';
import { projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { Place } from '../language.js';
import { readModuleFile } from './module.js';

/**
 * Does this folder belong to what the go command builds at the project's root: its module, or one that its go.work uses? Then
 * only there all is found that the program is built from.
 */
export function isBuiltAtRoot({ root, folder }: Place): boolean {
  const module = moduleFolder(root, folder);
  return module === '.' ? root.has('go.mod') : usedFolders(root).includes(module);
}

/** Are there Go files at or below this folder? */
export function holdsSources({ root, folder }: Place): boolean {
  return root.files.some((path) => path.endsWith('.go') && path.startsWith(`${folder}/`));
}

/** The folder at or above this one that has a go.mod, `.` where it is the root's. */
function moduleFolder(root: ProjectView, folder: string): string {
  return folder === '.' || root.has(`${folder}/go.mod`) ? folder : moduleFolder(root, posix.dirname(folder));
}

function usedFolders(root: ProjectView): string[] {
  const uses = readModuleFile(root, 'go.work')?.uses ?? [];
  return uses.flatMap(({ value }) => projectPath(value) ?? []);
}
