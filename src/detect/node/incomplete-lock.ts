import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { lockedNearest } from './locked-nearest.js';
import { isObject } from './manifest.js';

/**
 * A package (`@esbuild/linux-x64, which esbuild asks for`) that a locked one needs and npm's lock file lacks: npm
 * left out what is for other platforms when it wrote the file beside installed packages. From 11.6.4 on `npm ci` refuses
 * such a file, older releases go without. https://github.com/npm/cli/issues/4828. Null where the file is whole or of another form.
 */
export function incompleteLock(project: ProjectView, lockFile: string): Fact<string> | null {
  const lock = project.json(lockFile);
  const packages: unknown = isObject(lock?.value) ? lock.value['packages'] : null;
  if (!lock || !isObject(packages)) return null;
  for (const [place, entry] of Object.entries(packages)) {
    // What another package bundles is never installed by itself, the root's own is compared with the manifest.
    if (place === '' || !isObject(entry) || entry['inBundle'] === true) continue;
    const lacking = namesIn(entry).find((name) => lockedNearest(packages, place, name) === undefined);
    if (lacking === undefined) continue;
    const offset = lock.file.text.indexOf(`"${place}"`);
    const asking = place.split('node_modules/').at(-1);
    return lock.file.fact(`${lacking}, which ${asking} asks for`, offset < 0 ? undefined : offset);
  }
  return null;
}

function namesIn(entry: Record<string, unknown>): string[] {
  return ['dependencies', 'optionalDependencies'].flatMap((list) =>
    isObject(entry[list]) ? Object.keys(entry[list]) : [],
  );
}
