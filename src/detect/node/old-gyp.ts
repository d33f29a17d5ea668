import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** The first that does without distutils, which Python has dropped. https://github.com/nodejs/node-gyp/releases/tag/v10.0.0 */
const firstWithoutDistutils = 10;

/** Where each lock file says which release of node-gyp a package brings for itself. */
const releases: Readonly<Record<string, RegExp>> = {
  'package-lock.json': /node_modules\/node-gyp": \{\s*"version": "(?<value>\d+)\./,
  'npm-shrinkwrap.json': /node_modules\/node-gyp": \{\s*"version": "(?<value>\d+)\./,
  'yarn.lock': /^"?node-gyp@[^\n]*:\n\s+version:? "?(?<value>\d+)\./m,
  'pnpm-lock.yaml': /^\s+['"]?\/?node-gyp[@/](?<value>\d+)\./m,
};

/** The compiler of add-ons that wants Python's setuptools in place of distutils, null where none is locked. */
export function oldGyp(project: ProjectView, lockFile: string | null): Fact<string> | null {
  const release = releases[lockFile ?? ''];
  const found = release && lockFile !== null ? project.read(lockFile)?.match(release) : null;
  return found && Number(found.value) < firstWithoutDistutils
    ? { value: 'setuptools', source: found.source }
    : null;
}
