import type { PythonDetails } from '../detect/facts.js';
import type { PythonBuild } from './plan.js';

/**
 * What installs. Without a lock file Poetry and PDM know no more than the standard manifest says, and pip can read that
 * by itself.
 */
export function installerOf(manager: string, { lockFile, dependencyManifest }: PythonDetails): string {
  const onlyResolves = manager === 'poetry' || manager === 'pdm';
  return onlyResolves && lockFile === null && dependencyManifest !== null ? 'pip' : manager;
}

/** How pip installs what the project needs: before the sources where a list can be read, else together with the project. */
export function pipSteps(
  installer: string,
  details: PythonDetails,
): Pick<
  PythonBuild,
  'hasDependencies' | 'listDependencies' | 'projectWords' | 'unavailable' | 'lists' | 'withoutItself'
> {
  const { dependencyManifest, hasDependencies, requirementsFiles, packaged, installsItself } = details;
  const isListed = installer !== 'pip' || requirementsFiles.length > 0 || dependencyManifest !== null;
  const lists = details.installFiles.filter((path) => /\.(?:txt|in|pip)$/.test(path));
  const bringsMore = installsItself !== null || (packaged && !isListed);
  return {
    hasDependencies: hasDependencies && isListed,
    listDependencies: dependencyManifest && programs[dependencyManifest],
    projectWords: [...(bringsMore ? [] : ['--no-deps']), installsItself ?? '.'],
    unavailable: details.unavailable,
    lists,
    withoutItself: installsItself === null ? [] : lists,
  };
}

/** Programs in Python, for double quotes in a shell. The standard library reads both manifests. */
const programs = {
  'pyproject.toml':
    "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project'].get('dependencies', []), sep='\\n')",
  'setup.cfg':
    "import configparser; c = configparser.ConfigParser(); c.read('setup.cfg'); print(c['options']['install_requires'])",
} as const;
