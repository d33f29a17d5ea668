import type { DenoApp } from './deno-app.js';
import { memberFiles } from './members.js';
import { writtenToken } from '../node/written-token.js';
import { plain } from '../node/typescript.js';

/** What the install step needs before the sources, from the app's root, sorted. */
export function denoInstallFiles({ project, settings }: DenoApp): string[] {
  const importMap = settings.string('importMap')?.value;
  const files = [
    settings.path ?? '',
    'deno.lock',
    'package.json',
    ...(writtenToken(project) === null ? ['.npmrc'] : []),
    ...(importMap === undefined ? [] : [plain(importMap)]),
    // Every member's settings have to be there before a workspace is installed.
    ...memberFiles(project, settings),
  ];
  return [...new Set(files)].filter((path) => path !== '' && project.has(path)).sort();
}
