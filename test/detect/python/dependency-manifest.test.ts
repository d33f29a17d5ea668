import assert from 'node:assert/strict';
import { InputError } from '../../../src/errors.js';
import { codes, detect, details, type Files } from './detected.js';

describe('python: where dependencies are listed', () => {
  const cases: readonly (readonly [string, Files, string | null])[] = [
    ['pyproject.toml', { 'pyproject.toml': '[project]\nname = "a"\ndependencies = []\n' }, 'pyproject.toml'],
    ['left to a program', { 'pyproject.toml': '[project]\nname = "a"\ndynamic = ["dependencies"]\n' }, null],
    [
      'setup.cfg beside a build system',
      {
        'pyproject.toml': '[build-system]\nrequires = ["setuptools"]\n',
        'setup.cfg': '[metadata]\nname = a\n[options]\ninstall_requires =\n  flask\n',
      },
      'setup.cfg',
    ],
    ['setup.cfg that names a file', { 'setup.cfg': '[options]\ninstall_requires = file: r.txt\n' }, null],
    ['setup.py', { 'setup.py': 'setup(install_requires=["flask"])\n' }, null],
    ['requirements', { 'requirements.txt': 'flask\n', 'setup.cfg': '[options]\n' }, null],
  ];
  for (const [name, files, manifest] of cases)
    it(name, () => assert.equal(details(detect(files)).dependencyManifest, manifest));

  const told: readonly (readonly [string, string, number])[] = [
    ['an index', '--index-url https://packages.example.test/simple\nflask\n', 1],
    ['a repository', 'shop @ git+https://git.example.test/shop.git\n', 1],
    ['nothing', 'flask\n', 0],
  ];
  for (const [name, text, count] of told)
    it(`told: ${name}`, () =>
      assert.equal(
        codes(detect({ 'requirements.txt': text })).filter((code) => code === 'BI139').length,
        count,
      ));

  const named: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'a requirements file',
      { 'requirements.txt': '-i https://${INDEX_USER}:${INDEX_PASSWORD}@pkg.test/simple\nflask\n' },
      ['INDEX_USER @ requirements.txt:1', 'INDEX_PASSWORD @ requirements.txt:1'],
    ],
    [
      'a Pipfile',
      { Pipfile: '[[source]]\nurl = "https://a:${TOKEN}@pkg.test/simple"\n[packages]\nflask = "*"\n' },
      ['TOKEN @ Pipfile:2'],
    ],
    ['a comment', { 'requirements.txt': '# https://${TOKEN}@pkg.test\nflask\n' }, []],
  ];
  for (const [name, files, variables] of named)
    it(`variables: ${name}`, () =>
      assert.deepEqual(
        details(detect(files)).installVariables.map(({ value, source }) => `${value} @ ${source}`),
        variables,
      ));

  it('a password in an address is not shown', () => {
    assert.throws(
      () => detect({ 'requirements.txt': '--extra-index-url https://me:secret@pkg.test/simple\n' }),
      (error) => error instanceof InputError && !`${error.message}${error.hint}`.includes('me:secret'),
    );
  });
});

describe('python: what uv asks the project itself', () => {
  const manifest =
    '[project]\nname = "shop"\ndynamic = ["version"]\n[build-system]\nrequires = []\n[tool.uv]\n';
  const cases: readonly (readonly [string, Files, boolean])[] = [
    ['a version that only the build knows', { 'pyproject.toml': manifest }, true],
    ['with a lock file', { 'pyproject.toml': manifest, 'uv.lock': '' }, false],
    [
      'a stated version',
      { 'pyproject.toml': manifest.replace('dynamic = ["version"]', 'version = "1"') },
      false,
    ],
  ];
  for (const [name, files, asks] of cases)
    it(name, () => assert.equal(details(detect(files)).resolvesFromSources, asks));
});
