import semver from 'semver';
import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { lockFormatVersion, releaseIn } from './lock-format.js';
import { isObject } from './manifest.js';
import type { NodeApp } from './node-app.js';
import type { NodeInstaller } from './node-installer.js';
import { peerConflict } from './peer-conflict.js';
import { staleLock } from './stale-lock.js';

export interface Installer {
  readonly packageManager: Fact<NodeInstaller>;
  /** The exact version to pin, null where any will do or none is known. */
  readonly version: Fact<string> | null;
  readonly lockFile: string | null;
  /** Does the lock file hold what the manifests ask for, so that a frozen install works? */
  readonly lockFits: boolean;
  /** npm's lock file holds peers that contradict each other. */
  readonly peersConflict: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Lock files in order of precedence where nothing else decides: a project that moved on from npm often
 * keeps its package-lock.json behind, hardly ever the other way round.
 */
const lockFiles: readonly { readonly path: string; readonly manager: 'npm' | 'yarn' | 'pnpm' | 'bun' }[] = [
  { path: 'pnpm-lock.yaml', manager: 'pnpm' },
  { path: 'yarn.lock', manager: 'yarn' },
  { path: 'bun.lock', manager: 'bun' },
  { path: 'bun.lockb', manager: 'bun' },
  { path: 'npm-shrinkwrap.json', manager: 'npm' },
  { path: 'package-lock.json', manager: 'npm' },
];

/** A package manager that the manifest names: `range` is a version or a range, null where it gives none. */
interface NamedManager {
  readonly name: 'npm' | 'yarn' | 'pnpm' | 'bun';
  readonly range: string | null;
  readonly source: string;
}

/**
 * Who installs. Precedence: `packageManager`, `devEngines.packageManager`, `volta`, the lock files in
 * their order, npm. The version: as named there, else what the lock file's format needs.
 */
export function packageManager(app: NodeApp): Installer {
  const named = namedManager(app);
  const locks = lockFiles.filter(({ path }) => app.project.has(path));
  const family = named?.name ?? locks[0]?.manager ?? 'npm';
  const lockFile = locks.find(({ manager }) => manager === family)?.path ?? null;
  const installer = withYarnLine(app.project, family, named);
  const stale = staleLock(app, lockFile);
  const peers = stale === null ? peerConflict(app, lockFile) : null;
  return {
    packageManager: {
      value: installer,
      source: named?.source ?? (lockFile === null ? 'default: npm comes with Node.js' : app.place(lockFile)),
    },
    version: versionToPin(app, named, installer, lockFile),
    lockFile,
    lockFits: stale === null,
    peersConflict: peers !== null,
    warnings: [
      ...strayLocks(app, locks, family, named),
      ...missingLock(app, family, lockFile),
      ...outdated(app, family, lockFile, stale),
      ...contradicting(peers),
    ],
  };
}

function namedManager({ manifest }: NodeApp): NamedManager | null {
  const field = manifest.string('packageManager');
  const parts = /^(npm|yarn|pnpm|bun)(?:@([^\s+]+))?(?:\+.*)?$/.exec(field?.value ?? '');
  if (field && parts)
    return { name: parts[1] as NamedManager['name'], range: parts[2] ?? null, source: field.source };
  return developmentEngine(manifest) ?? voltaPin(manifest);
}

/** `devEngines.packageManager`: one object or a list, the first that is known. */
function developmentEngine(manifest: NodeApp['manifest']): NamedManager | null {
  const stated = manifest.get('devEngines', 'packageManager');
  const entries: unknown[] = Array.isArray(stated?.value) ? stated.value : [stated?.value];
  for (const entry of entries) {
    if (!stated || !isObject(entry)) continue;
    const name = managerName(entry['name']);
    const range = typeof entry['version'] === 'string' ? entry['version'] : null;
    if (name) return { name, range, source: stated.source };
  }
  return null;
}

function managerName(name: unknown): NamedManager['name'] | null {
  return name === 'npm' || name === 'yarn' || name === 'pnpm' || name === 'bun' ? name : null;
}

function voltaPin(manifest: NodeApp['manifest']): NamedManager | null {
  for (const name of ['pnpm', 'yarn'] as const) {
    const pin = manifest.string('volta', name);
    if (pin) return { name, range: pin.value, source: pin.source };
  }
  return null;
}

/** Yarn 1 and Yarn 2 and later are two programs that share a name. */
function withYarnLine(
  project: ProjectView,
  family: NamedManager['name'],
  named: NamedManager | null,
): NodeInstaller {
  if (family !== 'yarn') return family;
  const stated = named?.range && semver.validRange(named.range) ? semver.minVersion(named.range) : null;
  if (stated && stated.major > 0) return stated.major >= 2 ? 'yarn-berry' : 'yarn';
  const lock = project.read('yarn.lock')?.text;
  if (lock !== undefined && lock.trim() !== '') return /^__metadata:/m.test(lock) ? 'yarn-berry' : 'yarn';
  return project.has('.yarnrc.yml') ? 'yarn-berry' : 'yarn';
}

function versionToPin(
  app: NodeApp,
  named: NamedManager | null,
  installer: NodeInstaller,
  lockFile: string | null,
): Fact<string> | null {
  const exact = semver.valid(named?.range ?? '');
  if (named && exact) return { value: exact, source: named.source };
  const release = installer === 'yarn-berry' ? yarnRelease(app.project) : null;
  if (release) return release;
  const ofLock = lockFormatVersion(app, installer, lockFile);
  const range = named ?? engineRange(app, installer);
  if (!range?.range || !semver.validRange(range.range)) return ofLock;
  if (ofLock && semver.satisfies(ofLock.value, range.range)) return ofLock;
  const known = releaseIn(installer, range.range);
  if (known !== null) return { value: known, source: range.source };
  return oldestIn(range.range, range.source) ?? ofLock;
}

/** Yarn 2 and later lie in the repository themselves: `yarnPath: .yarn/releases/yarn-4.5.3.cjs`. */
function yarnRelease(project: ProjectView): Fact<string> | null {
  return project.read('.yarnrc.yml')?.match(/^yarnPath:.*yarn-(?<value>\d+\.\d+\.\d+)\.c?js/m) ?? null;
}

function engineRange(
  { manifest }: NodeApp,
  installer: NodeInstaller,
): { range: string; source: string } | null {
  // npm comes with Node.js: whoever asks for a range of npm asks for a range of Node.js.
  if (installer === 'npm') return null;
  const fact = manifest.string('engines', installer === 'yarn-berry' ? 'yarn' : installer);
  return fact && { range: fact.value, source: fact.source };
}

/** The one version of a range that can be named without asking a registry. */
function oldestIn(range: string, source: string): Fact<string> | null {
  const oldest = semver.minVersion(range);
  return oldest && oldest.major > 0 ? { value: oldest.version, source } : null;
}

function strayLocks(
  { place }: NodeApp,
  locks: readonly { readonly path: string; readonly manager: string }[],
  family: string,
  named: NamedManager | null,
): Warning[] {
  const winner = named ? `${named.source} names ${family}` : `${family} is taken`;
  return locks
    .filter(({ manager }) => manager !== family)
    .map(({ path, manager }) => ({
      code: 'BI142',
      message: `${path} belongs to ${manager}, but ${winner}${named ? '' : ` for ${locks[0]?.path}`}: remove the one that is out of use, or set packageManager in package.json`,
      source: place(path),
    }));
}

function missingLock({ manifest, place }: NodeApp, family: string, lockFile: string | null): Warning[] {
  const installs = manifest.dependencies.length + manifest.devDependencies.length > 0;
  if (lockFile !== null || !installs) return [];
  return [
    {
      code: 'BI143',
      message: `no lock file of ${family}: two builds may install different versions; run \`${family} install\` and commit what it writes`,
      source: place('package.json'),
    },
  ];
}

function outdated(
  { place }: NodeApp,
  family: string,
  lockFile: string | null,
  stale: Fact<string> | null,
): Warning[] {
  if (stale === null || lockFile === null) return [];
  const message = `${place(lockFile)} lacks ${stale.value}: the image is installed without freezing versions; run \`${family} install\` and commit what it writes`;
  return [{ code: 'BI170', message, source: stale.source }];
}

function contradicting(peers: Fact<string> | null): Warning[] {
  if (peers === null) return [];
  const message = `${peers.value}, which the lock file does not have: peers are left unchecked, as legacy-peer-deps=true in .npmrc would say`;
  return [{ code: 'BI171', message, source: peers.source }];
}
