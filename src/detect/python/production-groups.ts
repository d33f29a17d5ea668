import type { ProjectView } from '../../project/view.js';
import type { PythonPackageManager } from './package-manager.js';
import { tableOf } from './shape.js';

/** Dependencies that the app needs where it is served, kept apart under a name that says so. */
export interface ProductionGroups {
  /** Of `project.optional-dependencies`, or of Poetry's `extras`. */
  readonly extras: readonly string[];
  /** Of `dependency-groups`, or of Poetry's `group`. */
  readonly groups: readonly string[];
}

const production = /^(?:prod|production|deploy|deployment|server)$/i;

/** Those of pyproject.toml that what installs can be told of: pip takes no groups, and PDM counts them as development. */
export function productionGroups(project: ProjectView, manager: PythonPackageManager): ProductionGroups {
  const pyproject = project.toml('pyproject.toml');
  const named = (...keys: string[]): string[] =>
    Object.keys(tableOf(pyproject?.get(...keys)?.value)).filter((name) => production.test(name));
  const poetry = manager === 'poetry';
  return {
    extras: [
      ...named('project', 'optional-dependencies'),
      ...(poetry ? named('tool', 'poetry', 'extras') : []),
    ],
    groups: [
      ...(manager === 'pip' || manager === 'pdm' ? [] : named('dependency-groups')),
      ...(poetry ? named('tool', 'poetry', 'group') : []),
    ],
  };
}
