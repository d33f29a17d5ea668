import { withTags } from './image-references.js';
import { Refused } from './refused.js';
import { compareVersions, newest, sameMajor } from './version-order.js';

export const packageManagersFile = 'catalogue/package-managers.json';

/**
 * Which registry's client tells the releases of each package manager, and under which name. Bun is moved with its image.
 * `ended`: later majors are no successors.
 */
export const packageManagers = {
  yarn: { client: 'npm', name: 'yarn', ended: true },
  'yarn-berry': { client: 'npm', name: '@yarnpkg/cli-dist' },
  pnpm: { client: 'npm', name: 'pnpm' },
  poetry: { client: 'pip', name: 'poetry' },
  'poetry-plugin-export': { client: 'pip', name: 'poetry-plugin-export' },
  pipenv: { client: 'pip', name: 'pipenv' },
  pdm: { client: 'pip', name: 'pdm' },
};

/** What each client is asked, and how its answer is read: every release, the finished ones alone. */
export const clients = {
  npm: { words: (name) => ['npm', 'view', name, 'versions', '--json'], versions: jsonList },
  pip: { words: (name) => ['python3', '-m', 'pip', 'index', 'versions', name], versions: pipList },
};

function jsonList(answer, name) {
  try {
    return finished([JSON.parse(answer)].flat(), name);
  } catch {
    throw new Refused(`npm lists no releases of ${name}`);
  }
}

function pipList(answer, name) {
  const [, list = ''] = /^Available versions: (.*)$/m.exec(answer) ?? [];
  return finished(list.split(', '), name);
}

function finished(versions, name) {
  const found = versions.filter((version) => /^\d+(?:\.\d+)+$/.test(version));
  if (found.length === 0) throw new Refused(`no releases of ${name} are listed`);
  return found;
}

/** The files with the newest release of a package manager; a new major version is for a person. Throws Refused where the list is older. */
export function refreshPackageManager(files, id, versions) {
  const entry = files[packageManagersFile];
  const before = entry.versions[id];
  const { now, notes } = taken(id, before, versions);
  if (now === before) return { files, changes: [], notes };
  const changed = { ...entry, versions: { ...entry.versions, [id]: now } };
  return {
    files: { ...files, [packageManagersFile]: changed },
    changes: [{ what: id, before, now }],
    notes,
  };
}

/** uv comes as an image whose tags are its releases. */
export const uv = { client: 'pip', name: 'uv', image: 'ghcr.io/astral-sh/uv' };

/** The files with the newest release of uv's image. Throws Refused where the list is older. */
export function refreshUv(files, versions) {
  const before = files['catalogue/companions.json'].uv.image.split(':').at(-1);
  const { now, notes } = taken('uv', before, versions);
  const moved = withTags(files, uv.image, (tag) => (tag === before ? now : tag));
  return { files: moved, changes: now === before ? [] : [{ what: uv.image, before, now }], notes };
}

function taken(id, before, versions) {
  const now = newest(versions.filter((version) => sameMajor(version, before)));
  if (now === undefined || compareVersions(now, before) < 0)
    throw new Refused(`${now ?? 'nothing'} is the newest ${id} listed, older than ${before}`);
  const newestOfAll = newest(versions);
  const major =
    packageManagers[id]?.ended || sameMajor(newestOfAll, before)
      ? []
      : [`${id} ${newestOfAll} is a new major version: try it, then change it`];
  return { now, notes: major };
}
