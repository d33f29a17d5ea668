import type { ProjectView } from '../../project/view.js';
import { isBrought } from './brought.js';
import { normalizedName } from './name.js';
import type { PythonPackageManager } from './package-manager.js';
import { importsPackage } from './imported-package.js';
import { type Requirement, requirement } from './requirement.js';
import { listOf, tableOf, textsOf } from './shape.js';
import type { PythonSource } from './sources.js';

/** Dependencies that the app needs where it is served, kept apart from the others. */
export interface ProductionGroups {
  /** Of `project.optional-dependencies`, or of Poetry's `extras`. */
  readonly extras: readonly string[];
  /** Of `dependency-groups`, of Poetry's `group`, or of PDM's `dev-dependencies`. */
  readonly groups: readonly string[];
}

/** A set of dependencies with a name of its own. */
interface NamedGroup {
  readonly name: string;
  readonly kind: keyof ProductionGroups;
  readonly packages: readonly string[];
  /** Does Poetry install it only where it is asked for? */
  readonly isOptional: boolean;
}

export const noGroups: ProductionGroups = { extras: [], groups: [] };

const production = /^(?:prod|production|deploy|deployment|server)$/i;
const development =
  /^(?:all|bench|ci|debug|dev|doc|example|format|lint|local|quality|style|test|tests|typ(?:es|ing)|check)|(?:^|[-_])(?:dev|docs?|tests?)$/i;

/** Programs that serve an application which they are given. */
const servers = ['gunicorn', 'uvicorn', 'hypercorn', 'granian', 'daphne', 'waitress', 'uwsgi'];

/**
 * The groups that a name says are for production, where the `main` dependencies have no server the first group that has one, and
 * those that Poetry installs unasked and the `sources` import something of. Which table a package manager takes groups from decides
 * which are looked at.
 */
export function productionGroups(
  project: ProjectView,
  manager: PythonPackageManager,
  main: readonly Requirement[],
  sources: readonly PythonSource[],
): ProductionGroups {
  const groups = namedGroups(project, manager);
  const named = groups.filter(({ name }) => production.test(name));
  const isServed = servers.some(
    (server) =>
      main.some(({ name }) => name === server) ||
      isBrought(server, main) ||
      named.some(({ packages }) => packages.includes(server)),
  );
  const serving = isServed
    ? undefined
    : groups.find(
        ({ name, packages }) =>
          !development.test(name) && servers.some((server) => packages.includes(server)),
      );
  const imported =
    manager === 'poetry'
      ? groups.filter(
          (group) =>
            isInstalledUnasked(group) && group.packages.some((name) => importsPackage(sources, name)),
        )
      : [];
  const chosen = [...named, ...(serving ? [serving] : []), ...imported];
  const of = (kind: keyof ProductionGroups): string[] => [
    ...new Set(chosen.filter((group) => group.kind === kind).map(({ name }) => name)),
  ];
  return { extras: of('extras'), groups: of('groups') };
}

/** `poetry install` takes every group that is not optional. https://python-poetry.org/docs/managing-dependencies/ */
function isInstalledUnasked({ name, kind, isOptional }: NamedGroup): boolean {
  return kind === 'groups' && !isOptional && !development.test(name);
}

/** The tables that each package manager takes groups from, beside the standard's extras. Pipenv has none. */
const tables: Readonly<
  Record<string, readonly (readonly [kind: keyof ProductionGroups, ...keys: string[]])[]>
> = {
  pip: [['groups', 'dependency-groups']],
  uv: [['groups', 'dependency-groups']],
  poetry: [
    ['extras', 'tool', 'poetry', 'extras'],
    ['groups', 'dependency-groups'],
    ['groups', 'tool', 'poetry', 'group'],
  ],
  pdm: [
    ['groups', 'dependency-groups'],
    ['groups', 'tool', 'pdm', 'dev-dependencies'],
  ],
};

function namedGroups(project: ProjectView, manager: PythonPackageManager): NamedGroup[] {
  const pyproject = project.toml('pyproject.toml');
  const all = [['extras', 'project', 'optional-dependencies'] as const, ...(tables[manager] ?? [])];
  return all.flatMap(([kind, ...keys]) =>
    Object.entries(tableOf(pyproject?.get(...keys)?.value))
      .filter(([name]) => /^[A-Za-z0-9][\w.-]*$/.test(name))
      // A list for pip is printed as it stands, and a group that includes another is no list of packages.
      .filter(([, value]) => manager !== 'pip' || textsOf(value).length === listOf(value).length)
      .map(([name, value]) => ({
        name,
        kind,
        packages: packagesOf(value),
        isOptional: tableOf(value)['optional'] === true,
      })),
  );
}

/** `["gunicorn>=20"]`, and Poetry's `{ dependencies = { gunicorn = "^20" } }`. */
function packagesOf(group: unknown): string[] {
  return [
    ...textsOf(group).flatMap((value) => requirement({ value, source: '' })?.name ?? []),
    ...Object.keys(tableOf(tableOf(group)['dependencies'])).map(normalizedName),
  ];
}
