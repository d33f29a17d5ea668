import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { knownImages } from './image-references.js';

/** What the catalogue holds, by path from the project's root, with the copied list of tags that exist. */
export function readFiles(root) {
  const entries = readdirSync(path.join(root, 'catalogue'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    [...paths.map((name) => name.split(path.sep).join('/')), knownImages].map((name) => [
      name,
      JSON.parse(readFileSync(path.join(root, name), 'utf8')),
    ]),
  );
}

/** Writes what differs, once all of it lies ready beside: each file is old or new, never half. Returns the paths. */
export async function writeFiles(root, before, now) {
  const changed = Object.keys(now).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]),
  );
  const waiting = mkdtempSync(path.join(root, 'catalogue', '.update-'));
  try {
    const ready = [];
    for (const [at, name] of changed.entries()) {
      const target = path.join(root, name);
      const options = { ...(await resolveConfig(target)), parser: 'json' };
      const place = path.join(waiting, String(at));
      writeFileSync(place, await format(JSON.stringify(now[name], null, 2), options));
      ready.push([place, target]);
    }
    for (const [place, target] of ready) renameSync(place, target);
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
  return changed;
}
