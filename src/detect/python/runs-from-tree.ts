import type { ProjectView } from '../../project/view.js';
import { firstFound, type PythonSource } from './sources.js';

/** What makes a project more than its files: compiled parts, and names that only an installed package has. */
const asksForInstallation =
  /\b(?:importlib[._]metadata|pkg_resources|importlib\.resources)\b|\bfrom importlib import [^\n]*\b(?:metadata|resources)\b|\bversion\(\s*__(?:name|package)__/;

/**
 * Does the start command find the project's modules in its own folder, so that installing them would change
 * nothing? Python and its servers look there first. Not for a `src` layout, nor where a program builds the package.
 */
export function runsFromTree(
  project: ProjectView,
  sources: readonly PythonSource[],
  { words, runsSources }: { readonly words: readonly string[]; readonly runsSources: boolean },
): boolean {
  const pyproject = project.toml('pyproject.toml');
  const isBuilt =
    project.has('setup.py') ||
    pyproject?.get('tool', 'uv', 'workspace') ||
    pyproject?.get('project', 'dynamic');
  const ownPrograms = pyproject?.get('project', 'scripts') ?? pyproject?.get('tool', 'poetry', 'scripts');
  return (
    runsSources &&
    words.length > 0 &&
    !isBuilt &&
    !ownPrograms &&
    !project.hasFolder('src') &&
    firstFound(sources, asksForInstallation) === null
  );
}
