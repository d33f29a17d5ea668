import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.js';

const loaded = new Map<string, unknown>();

/** A file of the package's catalogue, by its path there, each read once. Its shape is the caller's to know. */
export function readCatalogue<T>(path: string): T {
  if (!loaded.has(path))
    loaded.set(path, JSON.parse(readFileSync(join(packageRoot(), 'catalogue', path), 'utf8')));
  return loaded.get(path) as T;
}
