import semver from 'semver';
import type { Fact } from '../../fact.js';
import type { NodeInstaller } from './node-installer.js';
import type { NodeApp } from './node-app.js';

/** The last release of a package manager that reads a lock file's format. Checked in its registry on 2026-11-22. */
interface LockFormat {
  readonly file: string;
  /** Its `value` group is the format's number. */
  readonly format: RegExp;
  /** From the start of the format's number to the release; the first that fits is taken. */
  readonly releases: readonly (readonly [format: string, release: string])[];
}

const lockFormats: Partial<Record<NodeInstaller, LockFormat>> = {
  pnpm: {
    file: 'pnpm-lock.yaml',
    format: /^lockfileVersion:\s*['"]?(?<value>[\d.]+)/m,
    // 5.x is also read by pnpm 6, which does not start on Node.js 20.
    releases: [
      ['5', '7.33.7'],
      ['6', '8.15.9'],
      ['7', '8.15.9'],
      ['9', '9.15.9'],
    ],
  },
  'yarn-berry': {
    file: 'yarn.lock',
    format: /^__metadata:\n\s+version:\s*['"]?(?<value>\d+)/m,
    releases: [
      ['4', '2.4.2'],
      ['5', '3.8.7'],
      ['6', '3.8.7'],
      ['7', '4.18.1'],
      ['8', '4.18.1'],
      ['9', '4.18.1'],
    ],
  },
  yarn: { file: 'yarn.lock', format: /^# yarn lockfile v(?<value>\d+)/m, releases: [['1', '1.22.22']] },
};

/**
 * pnpm 9, 10 and 11 share a format. From 10 on, dependencies' install scripts run only where the project
 * allows them; a project without such a list still relies on 9.
 */
const pnpm10 = '10.34.9';
const pnpm10Settings = /onlyBuiltDependencies|ignoredBuiltDependencies|allowBuilds|dangerouslyAllowAllBuilds/;
const pnpm10Keys = /^(?!packages|catalogs?)[A-Za-z]\w*:/m;

/** The last release of each line, the newest first. Checked in their registry on 2026-11-22. */
const lastReleases: Partial<Record<NodeInstaller, readonly string[]>> = {
  pnpm: ['12.21.0', '11.28.11', pnpm10, '9.15.9', '8.15.9', '7.33.7'],
  'yarn-berry': ['4.18.1', '3.8.7', '2.4.2'],
  yarn: ['1.22.22'],
};

/** The last known release within a range, null where none is known there. */
export function releaseIn(installer: NodeInstaller, range: string): string | null {
  return lastReleases[installer]?.find((release) => semver.satisfies(release, range)) ?? null;
}

/** The exact version that the lock file's format needs, null where there is none or any will do. */
export function lockFormatVersion(
  app: NodeApp,
  installer: NodeInstaller,
  lockFile: string | null,
): Fact<string> | null {
  const known = lockFormats[installer];
  if (!known || lockFile !== known.file) return null;
  const format = app.project.read(known.file)?.match(known.format);
  const release = known.releases.find(([start]) => format?.value.split('.')[0] === start)?.[1];
  if (!format || !release) return null;
  const value = installer === 'pnpm' && format.value.startsWith('9') && asksForPnpm10(app) ? pnpm10 : release;
  return { value, source: format.source };
}

function asksForPnpm10({ project, manifest }: NodeApp): boolean {
  const workspace = project.read('pnpm-workspace.yaml')?.text;
  // Before 10 a workspace file without packages was refused, and other settings in it were not read.
  if (workspace !== undefined && (pnpm10Keys.test(workspace) || !/^packages:/m.test(workspace))) return true;
  const settings = manifest.get('pnpm')?.value;
  return settings !== undefined && pnpm10Settings.test(JSON.stringify(settings));
}
