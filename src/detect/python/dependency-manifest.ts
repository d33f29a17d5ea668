import type { ProjectView } from '../../project/view.js';
import type { ManagerFound } from './package-manager.js';
import type { RequirementsFiles } from './requirements-files.js';
import { listOf, tableOf } from './shape.js';

/**
 * The manifest that lists the dependencies as plain text, so that pip can install them before the sources come, where
 * neither a lock file nor requirements files do. A setup.py is a program, and `dynamic` leaves the list to one.
 */
export function dependencyManifest(
  project: ProjectView,
  { manager, lockFile }: ManagerFound,
  requirements: RequirementsFiles,
): 'pyproject.toml' | 'setup.cfg' | null {
  if (manager.value === 'pip' ? requirements.top.length > 0 : lockFile !== null || manager.value === 'uv')
    return null;
  const stated = project.toml('pyproject.toml')?.get('project');
  if (stated)
    return listOf(tableOf(stated.value)['dynamic']).includes('dependencies') ? null : 'pyproject.toml';
  const setup = project.read('setup.cfg')?.text ?? '';
  return /^install_requires[ \t]*=/m.test(setup) && !/^install_requires[ \t]*=[ \t]*file:/m.test(setup)
    ? 'setup.cfg'
    : null;
}

/** `dynamic = ["version"]`: only the project's own build knows it, and uv makes its lock file of all metadata. */
export function resolvesFromSources(project: ProjectView, { manager, lockFile }: ManagerFound): boolean {
  if (manager.value !== 'uv' || lockFile !== null) return false;
  const stated = project.toml('pyproject.toml')?.get('project');
  return listOf(tableOf(stated?.value)['dynamic']).length > 0;
}
