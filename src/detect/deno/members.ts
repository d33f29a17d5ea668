import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { isObject } from '../node/manifest.js';
import { plain } from '../node/typescript.js';
import type { DenoSettings } from './settings.js';

const manifests = ['deno.json', 'deno.jsonc', 'package.json'];

/** The folders of a workspace's members, as its settings list them: `packages/api`, `packages/*`. https://docs.deno.com/runtime/fundamentals/workspaces/ */
export function membersOf(project: ProjectView, settings: DenoSettings): string[] {
  const workspace = settings.get('workspace')?.value;
  const stated = isObject(workspace) ? workspace['members'] : workspace;
  if (!Array.isArray(stated)) return [];
  const folders = stated.filter((folder): folder is string => typeof folder === 'string').map(plain);
  return folders.flatMap((folder) =>
    folder.endsWith('/*') ? below(project, folder.slice(0, -2)) : [folder],
  );
}

/** The settings of all members, as far as they are there. */
export function memberFiles(project: ProjectView, settings: DenoSettings): string[] {
  return membersOf(project, settings).flatMap((folder) => manifests.map((name) => `${folder}/${name}`));
}

function below(project: ProjectView, parent: string): string[] {
  const folders = project.files
    .filter((path) => manifests.includes(posix.basename(path)))
    .map((path) => posix.dirname(path));
  return [...new Set(folders.filter((folder) => posix.dirname(folder) === parent))];
}
