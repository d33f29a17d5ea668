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
    listDependencies: dependencyManifest && programs[dependencyManifest](details),
    projectWords: [...(bringsMore ? [] : ['--no-deps']), installsItself ?? '.'],
    unavailable: details.unavailable,
    lists,
    withoutItself: installsItself === null ? [] : lists,
  };
}

/** How each is told of an extra and of a group. */
const groupFlags: Readonly<Record<string, { readonly extra: string; readonly group: string }>> = {
  uv: { extra: '--extra', group: '--group' },
  poetry: { extra: '--extras', group: '--with' },
  pdm: { extra: '-G', group: '-G' },
};

/** `--extra prod --group deploy`; pip is told by the list that it is given. */
export function groupWords(installer: string, { productionGroups }: PythonDetails): string[] {
  const flags = groupFlags[installer];
  if (!flags) return [];
  const { extras, groups } = productionGroups;
  return [...extras.flatMap((name) => [flags.extra, name]), ...groups.flatMap((name) => [flags.group, name])];
}

/** Programs in Python, for double quotes in a shell. The standard library reads both manifests. */
const programs = {
  'pyproject.toml': ({ productionGroups: { extras } }: PythonDetails): string => {
    const optional = extras.map((name) => `*p['optional-dependencies']['${name}'], `).join('');
    return `import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; print(*p.get('dependencies', []), ${optional}sep='\\n')`;
  },
  'setup.cfg': (): string =>
    "import configparser; c = configparser.ConfigParser(); c.read('setup.cfg'); print(c['options']['install_requires'])",
} as const;
