import { InputError } from '../../errors.js';
import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { pinnedVersion } from './requirement.js';
import { listOf, textOf } from './shape.js';

export type PythonPackageManager = 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm';

/** The package manager and how it was told. */
export interface ManagerFound {
  readonly manager: Fact<PythonPackageManager>;
  readonly lockFile: string | null;
  /** Its own version, where the project states exactly one. */
  readonly version: Fact<string> | null;
  readonly warnings: readonly Warning[];
}

interface Signs {
  readonly id: PythonPackageManager;
  readonly lockFile: string;
  /** The table of pyproject.toml, or null where it has a manifest of its own. */
  readonly table: string | null;
}

/** In the order in which one is taken where several speak: today's habit first. */
const managers: readonly Signs[] = [
  { id: 'uv', lockFile: 'uv.lock', table: 'uv' },
  { id: 'poetry', lockFile: 'poetry.lock', table: 'poetry' },
  { id: 'pdm', lockFile: 'pdm.lock', table: 'pdm' },
  { id: 'pipenv', lockFile: 'Pipfile.lock', table: null },
];

/** Files that pip installs from. */
const pipManifests = [
  'requirements.txt',
  'requirements.lock',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements',
];

/** Files that can list dependencies, whatever reads them. */
export const projectManifests = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Pipfile',
  ...managers.map(({ lockFile }) => lockFile),
];

/** By lock file, then by the tables of pyproject.toml, then Pipfile, else pip. Throws InputError `not-served` for conda. */
export function packageManager(project: ProjectView): ManagerFound {
  const locked = managers.filter(({ lockFile }) => project.has(lockFile));
  const byLock = locked.find((signs) => ownTable(project, signs) !== null) ?? locked[0];
  const byTable = managers.find((signs) => ownTable(project, signs) !== null && !isExported(project, signs));
  const found = byLock ?? byTable;
  if (!found) return withoutTool(project);
  return {
    manager: byLock
      ? { value: found.id, source: placeOf(project, found.lockFile) }
      : { value: found.id, source: ownTable(project, found)! },
    lockFile: byLock ? found.lockFile : null,
    version: ownVersion(project, found.id),
    warnings: byLock
      ? severalLockFiles(project, locked, found)
      : [unlocked(found.id, ownTable(project, found)!)],
  };
}

/** A Pipfile without its lock file beside a list for pip: what is installed elsewhere is the list. */
function isExported(project: ProjectView, { id }: Signs): boolean {
  return id === 'pipenv' && project.has('requirements.txt');
}

/** The path from the project's root, also where the app lies in a folder of it. */
function placeOf(project: ProjectView, path: string): string {
  return (project.has(path) && project.read(path)?.path) || path;
}

function withoutTool(project: ProjectView): ManagerFound {
  const manifest = pipManifests.find((path) => project.has(path) || project.hasFolder(path));
  if (manifest === undefined) refuseConda(project);
  return {
    manager: {
      value: 'pip',
      source: manifest ? placeOf(project, manifest) : 'default: no manifest names a package manager',
    },
    lockFile: null,
    version: null,
    warnings: condaBeside(project),
  };
}

function unlocked(id: PythonPackageManager, source: string): Warning {
  const message = `no lock file of ${id}: two builds may install different versions; run \`${id} lock\` and commit what it writes`;
  return { code: 'BI143', message, source };
}

function ownTable(project: ProjectView, { table }: Signs): string | null {
  if (table === null) return project.has('Pipfile') ? placeOf(project, 'Pipfile') : null;
  return project.toml('pyproject.toml')?.get('tool', table)?.source ?? null;
}

const condaFiles = ['environment.yml', 'environment.yaml', 'pixi.toml'];

function condaBeside(project: ProjectView): Warning[] {
  const file = condaFiles.find((path) => project.has(path));
  if (file === undefined) return [];
  const message = `${placeOf(project, file)} is a conda environment, which is not served: pip installs what its own files list, check that nothing is missing there`;
  return [{ code: 'BI173', message, source: placeOf(project, file) }];
}

function refuseConda(project: ProjectView): void {
  const file = condaFiles.find((path) => project.has(path));
  if (file === undefined) return;
  const listed = file.endsWith('.toml')
    ? []
    : listOf(project.yaml(file)?.get('dependencies')?.value).flatMap((item) => textOf(item) ?? []);
  throw new InputError(
    'not-served',
    `${placeOf(project, file)}: this is a conda environment${listed.length === 0 ? '' : ` (${listed.slice(0, 6).join(', ')})`}, and conda is not served`,
    'allowed: pip, uv, poetry, pipenv, pdm; list what the program imports in a requirements.txt or pyproject.toml, by the names of PyPI',
  );
}

/** Only an exact version can be pinned. What pdm.lock states is its format's version, not pdm's. */
function ownVersion(project: ProjectView, id: PythonPackageManager): Fact<string> | null {
  const tool = project
    .read('.tool-versions')
    ?.match(new RegExp(`^${id}[ \\t]+(?<value>\\d+\\.\\d+\\.\\d+)[ \\t]*$`, 'm'));
  if (tool) return tool;
  if (id === 'uv') return uvPin(uvRequirement(project));
  if (id !== 'poetry') return null;
  return (
    project
      .read('poetry.lock')
      ?.match(/^# This file is automatically @?generated by Poetry (?<value>\d+\.\d+\.\d+)/) ?? null
  );
}

function uvRequirement(project: ProjectView): Fact<string> | null {
  return (
    project.toml('uv.toml')?.string('required-version') ??
    project.toml('pyproject.toml')?.string('tool', 'uv', 'required-version') ??
    null
  );
}

/** `==0.8.3` names one version, `~=0.8.3` and `<0.9` a line of them; what a newer uv meets is left to the catalogue. */
function uvPin(stated: Fact<string> | null): Fact<string> | null {
  if (stated === null) return null;
  const exact = /^\d+\.\d+\.\d+$/.exec(stated.value)?.[0] ?? pinnedVersion(stated.value);
  const line = /~=\s*(\d+\.\d+)\.\d+/.exec(stated.value)?.[1];
  const value = exact ?? line;
  return value ? { value, source: stated.source } : null;
}

function severalLockFiles(project: ProjectView, locked: readonly Signs[], found: Signs): Warning[] {
  return locked
    .filter(({ id }) => id !== found.id)
    .map(({ id, lockFile }) => ({
      code: 'BI130',
      message: `${found.lockFile} (${found.id}) and ${lockFile} (${id}) are both here: ${found.lockFile} is taken, delete the one that is not kept`,
      source: placeOf(project, lockFile),
    }));
}
