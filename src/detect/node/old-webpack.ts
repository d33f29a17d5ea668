import semver from 'semver';
import type { ProjectView } from '../../project/view.js';
import type { Build } from './build.js';
import type { BuildSetting } from './framework-entry.js';
import { lockedRelease } from './locked-release.js';
import { readManifest } from './manifest.js';
import { nestedInstalls } from './nested-installs.js';
import type { NodeApp } from './node-app.js';

/** Until these releases webpack hashed with OpenSSL's MD4. https://github.com/webpack/webpack/releases/tag/v5.54.0, .../v4.47.0 */
const withMd4 = '<4.47.0 || >=5.0.0-0 <5.54.0';

/** Packages that bring such a webpack, where no lock file tells. */
const bringers: Readonly<Record<string, string>> = {
  webpack: withMd4,
  'react-scripts': '<5.0.0',
  '@vue/cli-service': '<5.0.0',
};

const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml'];

/** What the build is told where an old webpack makes the pages: those of the app, or of a front end in a folder of it. */
export function legacyHashes(app: NodeApp, build: Build): BuildSetting[] {
  if (build.script === null) return [];
  const root = app.membership?.root;
  const folders = ['.', ...nestedInstalls(app, build, null)].map((folder) => app.project.below(folder));
  if (![...folders, ...(root ? [root] : [])].some(bundlesWithMd4)) return [];
  const because = "webpack's release hashes with MD4, which OpenSSL keeps apart since Node.js 17.";
  return [{ name: 'NODE_OPTIONS', value: '--openssl-legacy-provider', because }];
}

function bundlesWithMd4(project: ProjectView): boolean {
  const lockFile = lockFiles.find((name) => project.has(name)) ?? null;
  const locked = lockedRelease(project, lockFile, 'webpack');
  if (lockFile !== null) return locked !== null && semver.satisfies(locked.value, withMd4);
  const manifest = readManifest(project);
  return Object.entries(bringers).some(([name, old]) => {
    const range = (manifest.dependency(name) ?? manifest.devDependency(name))?.value;
    return range !== undefined && semver.validRange(range) !== null && semver.subset(range, old);
  });
}
