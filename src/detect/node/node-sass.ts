import semver from 'semver';
import { InputError } from '../../errors.js';
import type { Manifest } from './manifest.js';
import { toolReleases } from './tool-releases.js';

/** Where the app compiles its styles with what no Node.js that still gets fixes can be compiled with. Throws InputError `not-served`. */
export function refuseNodeSass(manifest: Manifest): void {
  const range = manifest.dependency('node-sass') ?? manifest.devDependency('node-sass');
  if (range === null || semver.validRange(range.value) === null) return;
  if (!semver.subset(range.value, toolReleases().wantsOldCompiler['node-sass'])) return;
  throw new InputError(
    'not-served',
    `${range.source}: node-sass ${range.value} can't be compiled for any Node.js that still gets fixes`,
    'put sass in its place, under the old name: npm install --save-dev node-sass@npm:sass',
  );
}
