import type { DenoApp } from './deno-app.js';
import { isObject } from '../node/manifest.js';
import { plain } from '../node/typescript.js';

/** What the install step needs before the sources, from the app's root, sorted. */
export function denoInstallFiles({ project, settings }: DenoApp): string[] {
  const importMap = settings.string('importMap')?.value;
  const files = [
    settings.path ?? '',
    'deno.lock',
    'package.json',
    '.npmrc',
    ...(importMap === undefined ? [] : [plain(importMap)]),
    ...members(settings.get('workspace')?.value),
  ];
  return [...new Set(files)].filter((path) => path !== '' && project.has(path)).sort();
}

/** Every member's settings have to be there before a workspace is installed. */
function members(workspace: unknown): string[] {
  const stated = isObject(workspace) ? workspace['members'] : workspace;
  if (!Array.isArray(stated)) return [];
  const folders = stated.filter((folder): folder is string => typeof folder === 'string').map(plain);
  return folders.flatMap((folder) =>
    ['deno.json', 'deno.jsonc', 'package.json'].map((name) => `${folder}/${name}`),
  );
}
