import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const packageName = 'generator-baseimage';

let found: string | undefined;

/**
 * The folder of this package's own package.json, where `templates/` and the catalogue are. It is searched
 * upwards from this file because bundles and compiled files lie at different depths.
 */
export function packageRoot(): string {
  found ??= search(path.dirname(fileURLToPath(import.meta.url)));
  return found;
}

function search(folder: string): string {
  if (nameIn(folder) === packageName) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`no package.json of ${packageName} above ${import.meta.url}`);
  return search(parent);
}

function nameIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name;
  } catch {
    return null;
  }
}
