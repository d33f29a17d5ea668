import semver from 'semver';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { lockedRelease } from './locked-release.js';
import { toolReleases } from './tool-releases.js';

/** The compiler of add-ons that wants Python's setuptools in place of distutils, null where none is locked. */
export function oldGyp(project: ProjectView, lockFile: string | null): Fact<string> | null {
  const release = lockedRelease(project, lockFile, 'node-gyp');
  return release && semver.satisfies(release.value, toolReleases().wantsDistutils['node-gyp'])
    ? { value: 'setuptools', source: release.source }
    : null;
}
