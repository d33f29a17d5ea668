import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Requirement } from './requirement.js';
import { sshAddress, sshWarning } from '../ssh-source.js';
import { listOf, tableOf, textOf } from './shape.js';
import { distinctFacts } from '../distinct-facts.js';

/** Dependencies that do not come from the public index: a build of a stranger's can't fetch private ones. */
export function sourceWarnings(
  project: ProjectView,
  declared: readonly Requirement[],
  requirementsPaths: readonly string[],
): Warning[] {
  const overSsh = sshSources(project, requirementsPaths);
  const fromGit = declared
    .filter(({ fromGit: git, source }) => git && !overSsh.some((warning) => warning.source === source))
    .map(({ name, source }): Warning => ({
      code: 'BI139',
      message: `${name} comes from a git repository: where that is private, take --secret netrc, and give the token when the image is built, docker build --secret id=netrc,src=$HOME/.netrc`,
      source,
    }));
  const indexes = privateIndexes(project, requirementsPaths).map(({ value, source }): Warning => ({
    code: 'BI139',
    message: `packages come from ${value}: where it asks for a password, take --secret netrc, and give it when the image is built, docker build --secret id=netrc,src=$HOME/.netrc`,
    source,
  }));
  const torch = declared.find(({ name }) => name === 'torch');
  const large = torch !== undefined && indexes.length === 0 ? [withCuda(torch)] : [];
  return [...overSsh, ...fromGit, ...indexes, ...large];
}

/** Each line of a manifest that names such an address as the place of a package. */
function sshSources(project: ProjectView, requirementsPaths: readonly string[]): Warning[] {
  return [...requirementsPaths, 'pyproject.toml', 'Pipfile'].flatMap((path) => {
    const file = project.read(path);
    const lines =
      file?.text.matchAll(
        /^[ \t"']*(?<name>[\w.-]+)[^\n]{0,400}?(?:@[ \t]*|git[ \t]*=[ \t]*["'])(?<url>\S+)/gm,
      ) ?? [];
    return [...lines].flatMap(({ index, groups }) => {
      const { name = '', url = '' } = groups ?? {};
      return file && sshAddress.test(url) ? [sshWarning(name, file.fact(name, index).source)] : [];
    });
  });
}

/** The public index's builds of PyTorch carry what a server without a graphics card never uses. */
function withCuda({ source }: Requirement): Warning {
  return {
    code: 'BI178',
    message:
      'torch comes with CUDA, several GB: where the program runs without a graphics card, take its builds for CPU from the index that pytorch.org names (--extra-index-url, or tool.uv.index)',
    source,
  };
}

/** Where pip, uv, Poetry, PDM and Pipenv name an index of their own. */
const tables: readonly (readonly [file: string, ...keys: string[]])[] = [
  ['pyproject.toml', 'tool', 'uv', 'index'],
  ['pyproject.toml', 'tool', 'poetry', 'source'],
  ['pyproject.toml', 'tool', 'pdm', 'source'],
  ['Pipfile', 'source'],
];

function privateIndexes(project: ProjectView, requirementsPaths: readonly string[]): Fact<string>[] {
  const stated = /^[ \t]*(?:-i|--index-url|--extra-index-url)[ \t=]+(?<value>\S+)/m;
  const requirements = requirementsPaths.flatMap((path) => project.read(path)?.match(stated) ?? []);
  const listed = tables.flatMap(([file, ...keys]) => {
    const found = project.toml(file)?.get(...keys);
    return listOf(found?.value).flatMap((entry) => {
      const url = textOf(tableOf(entry)['url']);
      return found && url ? [{ value: url, source: found.source }] : [];
    });
  });
  const hosts = [...requirements, ...listed].map(({ value, source }) => ({ value: hostOf(value), source }));
  return distinctFacts(hosts).filter(
    ({ value }) => value !== '' && !/^(?:\w+\.)?(?:pypi|pythonhosted)(?:\.python)?\.[a-z]+$/.test(value),
  );
}

/** The host alone: what stands before it may be a password. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@\s]*@)?(?<host>[\w.-]+)/.exec(url)?.groups?.['host'] ?? '';
}
