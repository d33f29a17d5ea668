import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Requirement } from './requirement.js';
import { listOf, tableOf, textOf } from './shape.js';

/** Dependencies that do not come from the public index: a build of a stranger's can't fetch private ones. */
export function sourceWarnings(project: ProjectView, declared: readonly Requirement[]): Warning[] {
  const fromGit = declared
    .filter((requirement) => requirement.fromGit)
    .map(({ name, source }) => ({
      code: 'BI139',
      message: `${name} comes from a git repository: where that is private, give its token with RUN --mount=type=secret`,
      source,
    }));
  const indexes = privateIndexes(project).map(({ value, source }) => ({
    code: 'BI139',
    message: `packages come from ${value}: where it asks for a password, give it with RUN --mount=type=secret`,
    source,
  }));
  return [...fromGit, ...indexes];
}

/** Where pip, uv, Poetry, PDM and Pipenv name an index of their own. */
const tables: readonly (readonly [file: string, ...keys: string[]])[] = [
  ['pyproject.toml', 'tool', 'uv', 'index'],
  ['pyproject.toml', 'tool', 'poetry', 'source'],
  ['pyproject.toml', 'tool', 'pdm', 'source'],
  ['Pipfile', 'source'],
];

function privateIndexes(project: ProjectView): Fact<string>[] {
  const requirements = project
    .read('requirements.txt')
    ?.match(/^[ \t]*(?:-i|--index-url|--extra-index-url)[ \t=]+(?<value>\S+)/m);
  const listed = tables.flatMap(([file, ...keys]) => {
    const found = project.toml(file)?.get(...keys);
    return listOf(found?.value).flatMap((entry) => {
      const url = textOf(tableOf(entry)['url']);
      return found && url ? [{ value: url, source: found.source }] : [];
    });
  });
  return [...(requirements ? [requirements] : []), ...listed]
    .map(({ value, source }) => ({ value: hostOf(value), source }))
    .filter(({ value }) => value !== '' && !/^(?:\w+\.)?(?:pypi|pythonhosted)\.[a-z]+$/.test(value));
}

/** The host alone: what stands before it may be a password. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@\s]*@)?(?<host>[\w.-]+)/.exec(url)?.groups?.['host'] ?? '';
}
