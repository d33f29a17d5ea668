import type { Parsed, ProjectView } from '../../project/view.js';
import { normalizedName } from './name.js';
import type { ProductionGroups } from './production-groups.js';
import { listOf, tableOf, textOf, textsOf } from './shape.js';

/** A package that a lock file pins for the running app. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string | null;
  /** Names of the wheels and archives that the index had; empty where the lock file doesn't list them. */
  readonly files: readonly string[];
  readonly fromGit: boolean;
  readonly source: string;
}

/**
 * The packages of the lock file, without those for development; none where it isn't one that is known. `member`: the
 * name of a workspace's member, null for the project at the root. `chosen`: what is installed beside the project's own
 * dependencies.
 */
export function lockedPackages(
  project: ProjectView,
  lockFile: string | null,
  member: string | null,
  chosen: ProductionGroups,
): readonly LockedPackage[] {
  const read = lockFile === null ? undefined : readers[lockFile];
  return read?.(project, member, chosen) ?? [];
}

/**
 * Has PDM's lock file the environment markers that an export needs? Older releases left them out:
 * https://pdm-project.org/latest/usage/lock-targets/
 */
export function lacksMarkers(project: ProjectView, lockFile: string | null): boolean {
  if (lockFile !== 'pdm.lock') return false;
  const strategy = project.toml('pdm.lock')?.get('metadata', 'strategy')?.value;
  return !textsOf(strategy).includes('inherit_metadata');
}

type Reader = (project: ProjectView, member: string | null, chosen: ProductionGroups) => LockedPackage[];

const readers: Readonly<Record<string, Reader>> = {
  'uv.lock': (project, member, chosen) =>
    runtimeOfUv(tomlPackages(project, 'uv.lock'), member, chosen).map(({ entry, file }) =>
      locked(entry, file),
    ),
  'poetry.lock': (project, _, chosen) =>
    tomlPackages(project, 'poetry.lock')
      .filter(({ entry }) => isInstalled(entry, chosen))
      .map(({ entry, file, root }) => locked(entry, file, oldPoetryFiles(root, entry))),
  'pdm.lock': (project, _, chosen) =>
    tomlPackages(project, 'pdm.lock')
      .filter(({ entry }) => isInstalled(entry, chosen))
      .map(({ entry, file }) => locked(entry, file)),
  'Pipfile.lock': (project) => pipenvPackages(project.json('Pipfile.lock')),
};

type Table = Readonly<Record<string, unknown>>;

interface Entry {
  readonly entry: Table;
  readonly file: Parsed['file'];
  readonly root: Table;
}

function tomlPackages(project: ProjectView, path: string): Entry[] {
  const lock = project.toml(path);
  if (lock === null) return [];
  const root = tableOf(lock.value);
  return listOf(root['package']).map((entry) => ({ entry: tableOf(entry), file: lock.file, root }));
}

function locked(
  entry: Table,
  file: Parsed['file'],
  files: readonly string[] = filesOf(entry),
): LockedPackage {
  const name = textOf(entry['name']) ?? '';
  const line = Math.max(0, file.text.indexOf(`name = "${name}"`));
  return {
    name: normalizedName(name),
    version: textOf(entry['version']),
    files,
    fromGit:
      tableOf(entry['source'])['git'] !== undefined ||
      tableOf(entry['source'])['type'] === 'git' ||
      'git' in entry,
    source: file.fact(0, line).source,
  };
}

/** uv: `sdist` and `wheels` with a url; Poetry and PDM: `files` with a file or url. */
function filesOf(entry: Table): string[] {
  return [entry['sdist'], ...listOf(entry['wheels']), ...listOf(entry['files'])].flatMap((item) => {
    const { url, file, path } = tableOf(item);
    return (textOf(file) ?? textOf(url) ?? textOf(path) ?? '').split(/[?#]/)[0]!.split('/').at(-1) || [];
  });
}

/** Before Poetry 1.5 the files stood in a table of their own. */
function oldPoetryFiles(root: Table, entry: Table): string[] {
  const own = filesOf(entry);
  if (own.length > 0) return own;
  const all = tableOf(tableOf(root['metadata'])['files']);
  return filesOf({ files: all[textOf(entry['name']) ?? ''] });
}

function isInstalled(
  { category, groups: stated, optional }: Table,
  { extras, groups }: ProductionGroups,
): boolean {
  if (category === 'dev' || optional === true) return false;
  const installed = ['main', 'default', ...extras, ...groups];
  return !Array.isArray(stated) || textsOf(stated).some((group) => installed.includes(group));
}

/** uv locks everything together: what runs is what the project itself leads to. */
function runtimeOfUv(entries: readonly Entry[], member: string | null, chosen: ProductionGroups): Entry[] {
  const byName = new Map(entries.map((found) => [textOf(found.entry['name']) ?? '', found]));
  const root = entries.filter(({ entry }) =>
    member === null ? isProject(entry) : entry['name'] === normalizedName(member),
  );
  const reached = new Set(root.map(({ entry }) => textOf(entry['name']) ?? ''));
  const extras = new Set<string>();
  for (const { entry } of root) {
    const parts = [
      ...chosen.extras.map((name) => tableOf(entry['optional-dependencies'])[name]),
      ...chosen.groups.map((name) => tableOf(entry['dev-dependencies'])[name]),
    ];
    for (const dependency of parts.flatMap(listOf).map(tableOf)) follow(dependency);
  }
  // A set that grows while it is walked is walked to its end.
  for (const name of reached) {
    const entry = byName.get(name)?.entry ?? {};
    for (const dependency of listOf(entry['dependencies']).map(tableOf)) follow(dependency);
  }
  return root.length === 0
    ? [...entries]
    : entries.filter(
        ({ entry }) => reached.has(textOf(entry['name']) ?? '') && !root.some((own) => own.entry === entry),
      );

  function follow(dependency: Table): void {
    const name = textOf(dependency['name']);
    if (name === null || /sys_platform == '(?:win32|darwin)'/.test(textOf(dependency['marker']) ?? ''))
      return;
    reached.add(name);
    for (const extra of textsOf(dependency['extra'])) {
      if (extras.has(`${name}[${extra}]`)) continue;
      extras.add(`${name}[${extra}]`);
      const optional = tableOf(byName.get(name)?.entry['optional-dependencies'])[extra];
      for (const further of listOf(optional).map(tableOf)) follow(further);
    }
  }
}

/** `source = { virtual = "." }`, `{ editable = "." }`. */
function isProject({ source }: Table): boolean {
  const { virtual, editable, directory } = tableOf(source);
  return [virtual, editable, directory].includes('.');
}

/** Pipfile.lock knows hashes, not the names of files. */
function pipenvPackages(lock: Parsed | null): LockedPackage[] {
  if (lock === null) return [];
  return Object.entries(tableOf(tableOf(lock.value)['default'])).map(([name, value]) => ({
    name: normalizedName(name),
    version: textOf(tableOf(value)['version'])?.replace(/^==/, '') ?? null,
    files: [],
    fromGit: 'git' in tableOf(value),
    source: lock.get('default', name)?.source ?? 'Pipfile.lock',
  }));
}
