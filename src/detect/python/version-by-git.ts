import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** What takes a package's version from the history of Git, where it is named, and the variable that says one in its place. */
const tellers: readonly (readonly [manifest: string, mark: RegExp, variable: string])[] = [
  // https://setuptools-scm.readthedocs.io/en/latest/overrides/, also for hatch-vcs
  ['pyproject.toml', /["'](?<value>setuptools[-_]scm|hatch-vcs)\b/, 'SETUPTOOLS_SCM_PRETEND_VERSION'],
  ['setup.py', /\b(?<value>use_scm_version)\b/, 'SETUPTOOLS_SCM_PRETEND_VERSION'],
  // https://github.com/mtkennerly/poetry-dynamic-versioning#environment-variables
  ['pyproject.toml', /["'](?<value>poetry-dynamic-versioning)\b/, 'POETRY_DYNAMIC_VERSIONING_BYPASS'],
  // https://github.com/ninoseki/uv-dynamic-versioning
  ['pyproject.toml', /["'](?<value>uv-dynamic-versioning)\b/, 'UV_DYNAMIC_VERSIONING_BYPASS'],
  // https://backend.pdm-project.org/metadata/#read-from-scm-tag-supporting-git-and-hg
  ['pyproject.toml', /\bsource[ \t]*=[ \t]*["'](?<value>scm)["']/, 'PDM_BUILD_SCM_VERSION'],
  // https://docs.openstack.org/pbr/latest/user/packagers.html
  ['setup.py', /\b(?<value>pbr)[ \t]*=[ \t]*True\b/, 'PBR_VERSION'],
];

/** The variable without which the project can't be installed where there is no history of Git, as in a build; null where its version is written. */
export function versionByGit(project: ProjectView): Fact<string> | null {
  for (const [manifest, mark, variable] of tellers) {
    const found = project.read(manifest)?.match(mark) ?? null;
    if (found) return { value: variable, source: found.source };
  }
  return null;
}

/** Does installing the project write a file with the version among its sources, which a program imports from there? */
export function writesVersion(project: ProjectView): boolean {
  const stated = /^[ \t]*(?:write_to|version[-_]file)[ \t]*=[ \t]*["'](?<value>[\w./-]+\.py)["']/m;
  return ['pyproject.toml', 'setup.py'].some((manifest) => {
    const path = project.read(manifest)?.match(stated)?.value;
    return path !== undefined && !project.has(path);
  });
}

export function versionWarning(teller: Fact<string> | null): Warning[] {
  if (!teller) return [];
  const message = `the version of the package comes from Git's history, which a build does not see: it is 0.0.0 in the image; set ${teller.value} in the Dockerfile to the one that you release`;
  return [{ code: 'BI191', message, source: teller.source }];
}
