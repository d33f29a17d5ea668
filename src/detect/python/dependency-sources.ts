import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Requirement } from './requirement.js';
import { listOf, tableOf, textOf } from './shape.js';

/** Dependencies that do not come from the public index: a build of a stranger's can't fetch private ones. */
export function sourceWarnings(
  project: ProjectView,
  declared: readonly Requirement[],
  requirementsPaths: readonly string[],
): Warning[] {
  const fromGit = declared
    .filter((requirement) => requirement.fromGit)
    .map(({ name, source }): Warning => ({
      code: 'BI139',
      message: `${name} comes from a git repository: where that is private, give its token with RUN --mount=type=secret`,
      source,
    }));
  const indexes = privateIndexes(project, requirementsPaths).map(({ value, source }): Warning => ({
    code: 'BI139',
    message: `packages come from ${value}: where it asks for a password, give it with RUN --mount=type=secret`,
    source,
  }));
  const torch = declared.find(({ name }) => name === 'torch');
  const large = torch !== undefined && indexes.length === 0 ? [withCuda(torch)] : [];
  return [...fromGit, ...indexes, ...large];
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
  return [...requirements, ...listed]
    .map(({ value, source }) => ({ value: hostOf(value), source }))
    .filter(({ value }) => value !== '' && !/^(?:\w+\.)?(?:pypi|pythonhosted)\.[a-z]+$/.test(value));
}

/** The host alone: what stands before it may be a password. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@\s]*@)?(?<host>[\w.-]+)/.exec(url)?.groups?.['host'] ?? '';
}
