import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import type { ServerProgram } from './command-tables.js';
import type { NodeApp } from './node-app.js';

/** Settings that a server loads again when it starts, by the dependency that brings it. */
const loadedAtStart: Readonly<Record<string, RegExp>> = {
  // https://nextjs.org/docs/app/api-reference/config/next-config-js
  next: /^next\.config\.[cm]?[jt]s$/,
};

const imported = /(?:\bfrom|\bimport|\brequire\()\s*['"](?<name>(?:@[\w.-]+\/)?[\w.-]+)/g;

/** A package that the server's settings load and that no production install brings, with its line; null where there is none. */
export function missingForConfig(
  { project, manifest, nx }: NodeApp,
  server: ServerProgram | null,
): Fact<string> | null {
  const names = server && loadedAtStart[server.dependency];
  const folder = nx?.folder || '.';
  const path =
    names && project.files.find((file) => inFolder(file, folder) && names.test(posix.basename(file)));
  const file = path ? project.read(path) : null;
  for (const { index, groups } of file?.text.matchAll(imported) ?? []) {
    const name = groups?.['name'] ?? '';
    if (file && manifest.devDependency(name) && !manifest.dependency(name)) return file.fact(name, index);
  }
  return null;
}

function inFolder(path: string, folder: string): boolean {
  return posix.dirname(path) === folder;
}
