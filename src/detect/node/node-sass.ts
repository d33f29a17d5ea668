import semver from 'semver';
import { InputError } from '../../errors.js';
import type { Manifest } from './manifest.js';

/** Releases that ask their compiler for C++14 or older, which the headers of Node.js refuse since 20. https://github.com/sass/node-sass#node-version-support-policy */
const outdated = '<9.0.0';

/** Where the app compiles its styles with what no Node.js that still gets fixes can be compiled with. Throws InputError `not-served`. */
export function refuseNodeSass(manifest: Manifest): void {
  const range = manifest.dependency('node-sass') ?? manifest.devDependency('node-sass');
  if (range === null || semver.validRange(range.value) === null || !semver.subset(range.value, outdated))
    return;
  throw new InputError(
    'not-served',
    `${range.source}: node-sass ${range.value} can't be compiled for any Node.js that still gets fixes`,
    'put sass in its place, under the old name: npm install --save-dev node-sass@npm:sass',
  );
}
