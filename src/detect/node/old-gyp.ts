import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { lockedRelease } from './locked-release.js';

/** The first that does without distutils, which Python has dropped. https://github.com/nodejs/node-gyp/releases/tag/v10.0.0 */
const firstWithoutDistutils = 10;

/** The compiler of add-ons that wants Python's setuptools in place of distutils, null where none is locked. */
export function oldGyp(project: ProjectView, lockFile: string | null): Fact<string> | null {
  const release = lockedRelease(project, lockFile, 'node-gyp');
  return release && Number.parseInt(release.value, 10) < firstWithoutDistutils
    ? { value: 'setuptools', source: release.source }
    : null;
}
