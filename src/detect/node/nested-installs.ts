import type { Build } from './build.js';
import type { NodeApp } from './node-app.js';
import { plain } from './typescript.js';

/** `cd client && npm install`, `npm ci --prefix client`, `yarn --cwd web install`. */
const elsewhere = /(?:\bcd|--prefix|--cwd|--dir|-C)[ =]+(?<folder>[\w@./-]+)/g;

/**
 * Folders of the app with packages of their own that its build installs: front ends, of which only the output runs.
 * `entry`: the file that the program starts in; where it lies, the packages stay.
 */
export function nestedInstalls({ manifest, project }: NodeApp, build: Build, entry: string | null): string[] {
  const texts = Object.values(manifest.scripts);
  if (build.script === null) return [];
  const folders = texts.flatMap((text) =>
    [...text.matchAll(elsewhere)].map(({ groups }) => plain(groups?.['folder'] ?? '')),
  );
  const own = folders.filter((folder) => /^\w/.test(folder) && project.has(`${folder}/package.json`));
  return [...new Set(own)].filter((folder) => entry?.startsWith(`${folder}/`) !== true).sort();
}
