import type { PythonDetails } from '../detect/facts.js';
import type { PythonBuild } from './plan.js';

/**
 * What installs. Without a lock file and groups of their own Poetry and PDM know no more than the standard manifest
 * says, and pip can read that by itself.
 */
export function installerOf(manager: string, details: PythonDetails): string {
  const onlyResolves = manager === 'poetry' || manager === 'pdm';
  const { lockFile, dependencyManifest, productionGroups } = details;
  const isStandard = lockFile === null && dependencyManifest !== null && productionGroups.groups.length === 0;
  return onlyResolves && isStandard ? 'pip' : manager;
}

/** Files that pip reads line by line; a MANIFEST.in is none. */
const listName = /\.(?:txt|pip)$|(?:^|\/)(?!MANIFEST)[\w-]+\.in$|(?:^|\/)requirements[\w-]*\.lock$/;

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
  const lists = details.installFiles.filter((path) => listName.test(path));
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

/** How each is told of an extra, of a group, and that no group is wanted. */
interface GroupFlags {
  readonly extra: string;
  readonly group: string;
  readonly none: readonly string[];
}

const groupFlags: Readonly<Record<string, GroupFlags>> = {
  uv: { extra: '--extra', group: '--group', none: [] },
  poetry: { extra: '--extras', group: '--with', none: [] },
  // Every group counts as development there: --prod forbids them, and one that is named leaves the others out.
  pdm: { extra: '-G', group: '-G', none: ['--prod'] },
};

/** `--extra prod --group deploy`; pip is told by the list that it is given. */
export function groupWords(installer: string, { productionGroups }: PythonDetails): string[] {
  const flags = groupFlags[installer];
  if (!flags) return [];
  const { extras, groups } = productionGroups;
  return [
    ...(groups.length === 0 ? flags.none : []),
    ...extras.flatMap((name) => [flags.extra, name]),
    ...groups.flatMap((name) => [flags.group, name]),
  ];
}

/** Programs in Python, for double quotes in a shell. The standard library reads both manifests. */
const programs = {
  'pyproject.toml': ({ productionGroups: { extras, groups } }: PythonDetails): string => {
    const optional = extras.map((name) => `*p['project']['optional-dependencies']['${name}'], `).join('');
    const grouped = groups.map((name) => `*p['dependency-groups']['${name}'], `).join('');
    return `import tomllib; p = tomllib.load(open('pyproject.toml', 'rb')); print(*p['project'].get('dependencies', []), ${optional}${grouped}sep='\\n')`;
  },
  'setup.cfg': (): string =>
    "import configparser; c = configparser.ConfigParser(); c.read('setup.cfg'); print(c['options']['install_requires'])",
} as const;
