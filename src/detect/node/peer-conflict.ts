import semver from 'semver';
import type { Fact } from '../../fact.js';
import type { Parsed } from '../../project/view.js';
import { lockedNearest } from './locked-nearest.js';
import { isObject } from './manifest.js';
import type { NodeApp } from './node-app.js';

/** A package of npm's lock file, by its place below the root: `node_modules/a/node_modules/b`. */
type Locked = Record<string, unknown>;

/**
 * A peer (`@material-ui/core wants react@^17`) that `npm ci` would stumble over: the lock file was made with
 * `--legacy-peer-deps`, and nothing in the project says so. Null where there is none or the settings say so.
 * npm forgives a wrong version deeper in the tree, a missing peer nowhere.
 */
export function peerConflict({ project, manifest }: NodeApp, lockFile: string | null): Fact<string> | null {
  if (lockFile !== 'package-lock.json' && lockFile !== 'npm-shrinkwrap.json') return null;
  if (/^\s*(?:legacy-peer-deps|force)\s*=\s*true/m.test(project.read('.npmrc')?.text ?? '')) return null;
  const lock = project.json(lockFile);
  const packages: unknown = isObject(lock?.value) ? lock.value['packages'] : null;
  if (!lock || !isObject(packages) || manifest.get('overrides') !== null) return null;
  const direct = new Set([...manifest.dependencies, ...manifest.devDependencies]);
  for (const [place, entry] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || !isObject(entry) || isLoose(entry)) continue;
    const isDirect = direct.has(place.slice('node_modules/'.length));
    for (const [peer, range] of requiredPeers(entry)) {
      if (meets(lockedNearest(packages, place, peer), range, isDirect)) continue;
      return told(lock, place, `${place.split('node_modules/').at(-1)} wants ${peer}@${range}`);
    }
  }
  return null;
}

/** npm goes on without an optional package, and looks at none that another one bundles. */
function isLoose(entry: Locked): boolean {
  return entry['optional'] === true || entry['inBundle'] === true;
}

function requiredPeers(entry: Locked): [name: string, range: string][] {
  const peers = isObject(entry['peerDependencies']) ? entry['peerDependencies'] : {};
  const meta = isObject(entry['peerDependenciesMeta']) ? entry['peerDependenciesMeta'] : {};
  return Object.entries(peers).filter((peer): peer is [string, string] => {
    const about = meta[peer[0]];
    return typeof peer[1] === 'string' && !(isObject(about) && about['optional'] === true);
  });
}

function meets(found: unknown, range: string, isDirect: boolean): boolean {
  if (!isObject(found)) return false;
  const version = semver.valid(String(found['version']));
  if (!isDirect || version === null || semver.validRange(range) === null) return true;
  return semver.satisfies(version, range, { includePrerelease: true });
}

function told(lock: Parsed, place: string, conflict: string): Fact<string> {
  const offset = lock.file.text.indexOf(`"${place}"`);
  return lock.file.fact(conflict, offset < 0 ? undefined : offset);
}
