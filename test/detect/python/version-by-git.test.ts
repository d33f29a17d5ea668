import assert from 'node:assert/strict';
import { codes, detect, details } from './detected.js';

describe('python: a version that Git tells', () => {
  const project = (requires: string, more = ''): string =>
    `[project]\nname = "a"\ndynamic = ["version"]\ndependencies = []\n[project.scripts]\na = "a:main"\n[build-system]\nrequires = [${requires}]\nbuild-backend = "x"\n${more}`;
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['setuptools-scm', project('"setuptools", "setuptools-scm>=8"'), 'SETUPTOOLS_SCM_PRETEND_VERSION'],
    ['hatch-vcs', project('"hatchling", "hatch-vcs"'), 'SETUPTOOLS_SCM_PRETEND_VERSION'],
    [
      'uv-dynamic-versioning',
      project('"hatchling", "uv-dynamic-versioning"'),
      'UV_DYNAMIC_VERSIONING_BYPASS',
    ],
    ['PDM', project('"pdm-backend"', '[tool.pdm.version]\nsource = "scm"\n'), 'PDM_BUILD_SCM_VERSION'],
    ['none', project('"hatchling"'), null],
  ];
  it('a file with the version is written where none is', () => {
    const pyproject = project('"setuptools-scm"', '[tool.setuptools_scm]\nversion_file = "a/_version.py"\n');
    const files = { 'pyproject.toml': pyproject, 'a/__init__.py': '' };
    assert.equal(details(detect(files)).writesVersion, true);
    assert.equal(details(detect({ ...files, 'a/_version.py': '' })).writesVersion, false);
  });
  for (const [name, pyproject, variable] of cases) {
    it(name, () => {
      const facts = detect({ 'pyproject.toml': pyproject, 'src/a/__init__.py': '' });
      assert.equal(details(facts).versionVariable, variable);
      assert.equal(codes(facts).includes('BI191'), variable !== null);
    });
  }
});
