import type { ProjectView } from '../../project/view.js';
import { platformStart } from '../platform/platform-start.js';
import { requirementsFiles } from './requirements-files.js';
import { tableOf } from './shape.js';

/** Manifests that also hold settings of linters and tests. */
const shared = ['pyproject.toml', 'setup.cfg'];

/** A package at the root: the program may be in there, with its list of dependencies forgotten. */
const ownPackage = /^(?:src\/)?(?!(?:tests?|docs?|examples?|scripts|evals?)\/)[^/]+\/__init__\.py$/;

/** Tables of pyproject.toml's `tool` that say what is installed. */
const installing = ['poetry', 'pdm', 'uv', 'hatch', 'rye', 'flit', 'setuptools', 'pixi'];

/**
 * Is the manifest at the root there for linters and tests alone, beside folders that hold the apps? `marks`: the names of all manifests,
 * `programs`: those of files that are started.
 */
export function holdsSettingsAlone(
  project: ProjectView,
  marks: readonly string[],
  programs: readonly string[],
): boolean {
  const own = [...marks.filter((mark) => !shared.includes(mark)), ...programs];
  if (own.some((name) => project.has(name)) || project.files.some((path) => ownPackage.test(path)))
    return false;
  const pyproject = project.toml('pyproject.toml');
  const tools = Object.keys(tableOf(pyproject?.get('tool')?.value));
  const isInstalled =
    pyproject?.get('project') ||
    pyproject?.get('build-system') ||
    tools.some((tool) => installing.includes(tool));
  if (isInstalled || /^\[(?:metadata|options)\]/m.test(project.read('setup.cfg')?.text ?? '')) return false;
  return requirementsFiles(project).top.length === 0 && platformStart(project, 'python') === null;
}
