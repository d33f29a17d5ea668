import type { ProjectView } from '../../project/view.js';
import { tableOf } from './shape.js';

/** Folders and modules at the root that setuptools takes for no part of a package. https://setuptools.pypa.io/en/latest/userguide/package_discovery.html#flat-layout */
const setAside = new Set(
  (
    'ci bin debian doc docs documentation manpages news newsfragments changelog test tests unit_test unit_tests example examples ' +
    'scripts tools util utils python build benchmark benchmarks exercise exercises htmlcov ' +
    'setup conftest toxfile noxfile pavement dodo tasks fabfile conanfile manage'
  ).split(' '),
);

/**
 * Would setuptools refuse to build the project, because several folders or modules at its root could be its package and nothing says which
 * is? What is installed from such a project are its dependencies alone.
 */
export function hasSeveralPackages(project: ProjectView): boolean {
  const pyproject = project.toml('pyproject.toml');
  const backend = pyproject?.string('build-system', 'build-backend')?.value ?? 'setuptools.build_meta';
  if (!pyproject?.get('build-system') || !backend.startsWith('setuptools')) return false;
  const stated = tableOf(pyproject.get('tool', 'setuptools')?.value);
  if (['packages', 'py-modules', 'package-dir'].some((key) => key in stated)) return false;
  if (project.has('setup.py') || /^(?:packages|py_modules)\b/m.test(project.read('setup.cfg')?.text ?? ''))
    return false;
  if (project.hasFolder('src')) return false;
  const folders = named(project.files.flatMap((path) => /^([A-Za-z_]\w*)\//.exec(path)?.[1] ?? []));
  const modules = named(project.files.flatMap((path) => /^([A-Za-z_]\w*)\.py$/.exec(path)?.[1] ?? []));
  return folders.size > 1 || (folders.size === 0 && modules.size > 1);
}

function named(names: readonly string[]): Set<string> {
  return new Set(names.filter((name) => !setAside.has(name)));
}
