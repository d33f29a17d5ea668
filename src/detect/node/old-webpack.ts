import semver from 'semver';
import type { ProjectView } from '../../project/view.js';
import type { Build } from './build.js';
import type { BuildSetting } from './framework-entry.js';
import { lockedRelease } from './locked-release.js';
import { readManifest } from './manifest.js';
import { nestedInstalls } from './nested-installs.js';
import type { NodeApp } from './node-app.js';
import { toolReleases } from './tool-releases.js';

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
  const { hashesWithMd4 } = toolReleases();
  const lockFile = lockFiles.find((name) => project.has(name)) ?? null;
  const locked = lockedRelease(project, lockFile, 'webpack');
  if (lockFile !== null) return locked !== null && semver.satisfies(locked.value, hashesWithMd4.webpack);
  const manifest = readManifest(project);
  return Object.entries(hashesWithMd4).some(([name, old]) => {
    const range = (manifest.dependency(name) ?? manifest.devDependency(name))?.value;
    return range !== undefined && semver.validRange(range) !== null && semver.subset(range, old);
  });
}
