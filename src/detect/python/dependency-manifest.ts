import type { ProjectView } from '../../project/view.js';
import type { RequirementsFiles } from './requirements-files.js';
import { listOf, tableOf } from './shape.js';

/**
 * The manifest that lists pip's dependencies as plain text, so that they can be installed before the sources come.
 * A setup.py is a program, and `dynamic` leaves the list to one.
 */
export function dependencyManifest(
  project: ProjectView,
  manager: string,
  requirements: RequirementsFiles,
): 'pyproject.toml' | 'setup.cfg' | null {
  if (manager !== 'pip' || requirements.top.length > 0) return null;
  const stated = project.toml('pyproject.toml')?.get('project');
  if (stated)
    return listOf(tableOf(stated.value)['dynamic']).includes('dependencies') ? null : 'pyproject.toml';
  const setup = project.read('setup.cfg')?.text ?? '';
  return /^install_requires[ \t]*=/m.test(setup) && !/^install_requires[ \t]*=[ \t]*file:/m.test(setup)
    ? 'setup.cfg'
    : null;
}
