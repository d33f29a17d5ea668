import type { PythonDetails } from '../detect/facts.js';
import type { PythonBuild } from './plan.js';

/** How pip installs what the project needs: before the sources where a list can be read, else together with the project. */
export function pipSteps(
  manager: string,
  details: PythonDetails,
): Pick<PythonBuild, 'hasDependencies' | 'listDependencies' | 'projectOptions'> {
  const { dependencyManifest, hasDependencies, requirementsFiles, packaged } = details;
  const isListed = manager !== 'pip' || requirementsFiles.length > 0 || dependencyManifest !== null;
  return {
    hasDependencies: hasDependencies && isListed,
    listDependencies: dependencyManifest && programs[dependencyManifest],
    projectOptions: packaged && !isListed ? [] : ['--no-deps'],
  };
}

/** Programs in Python, for double quotes in a shell. The standard library reads both manifests. */
const programs = {
  'pyproject.toml':
    "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project'].get('dependencies', []), sep='\\n')",
  'setup.cfg':
    "import configparser; c = configparser.ConfigParser(); c.read('setup.cfg'); print(c['options']['install_requires'])",
} as const;
