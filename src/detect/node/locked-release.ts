import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** Where each lock file says which release of a package was locked; of several the one that stands first, which npm puts at the top. */
const places: Readonly<Record<string, (name: string) => RegExp>> = {
  'package-lock.json': npmEntry,
  'npm-shrinkwrap.json': npmEntry,
  'yarn.lock': (name) => new RegExp(String.raw`^"?${name}@[^\n]*:\n\s+version:? "?(?<value>\d[\w.-]*)`, 'm'),
  'pnpm-lock.yaml': (name) => new RegExp(String.raw`^\s+['"]?\/?${name}[@/](?<value>\d[\w.-]*)`, 'm'),
};

/** Below `packages` since npm 7, below `dependencies` before. */
function npmEntry(name: string): RegExp {
  return new RegExp(String.raw`"(?:[^"\n]*node_modules\/)?${name}": \{\s*"version": "(?<value>\d[\w.-]*)"`);
}

/** The release of a package that the lock file holds, null where it holds none or is not read (`bun.lockb`). */
export function lockedRelease(
  project: ProjectView,
  lockFile: string | null,
  name: string,
): Fact<string> | null {
  const place = places[lockFile ?? ''];
  return lockFile !== null && place !== undefined
    ? (project.read(lockFile)?.match(place(name)) ?? null)
    : null;
}
