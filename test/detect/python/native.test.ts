import assert from 'node:assert/strict';
import { systemPackage } from '../../../src/catalogue/distribution-packages.js';
import { pythonPackages } from '../../../src/detect/python/native-packages.js';
import { detect, details, type Files } from './detected.js';

/** A uv.lock with one package whose index has these files. */
function uvLock(name: string, files: readonly string[]): Files {
  const wheels = files
    .filter((file) => file.endsWith('.whl'))
    .map((file) => `{ url = "https://example.org/${file}" }`);
  const sdist = files.find((file) => file.endsWith('.tar.gz'));
  const lines = ['[[package]]', `name = "${name}"`, 'version = "1.0"', `wheels = [${wheels.join(', ')}]`];
  return {
    'pyproject.toml': '[project]\nname = "a"\n',
    'uv.lock': [...lines, ...(sdist ? [`sdist = { url = "https://example.org/${sdist}" }`] : []), ''].join(
      '\n',
    ),
  };
}

function poetryLock(entry: string, files: readonly string[]): Files {
  const list = files.map((file) => `{file = "${file}", hash = "sha256:0"}`).join(', ');
  return {
    'pyproject.toml': '[tool.poetry]\nname = "a"\n',
    'poetry.lock': `[[package]]\nname = "x"\nversion = "1.0"\n${entry}\nfiles = [${list}]\n`,
  };
}

const requirements = (text: string): Files => ({ 'requirements.txt': text });
const manylinux = 'x-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl';
const musllinux = 'x-1.0-cp313-cp313-musllinux_1_2_x86_64.whl';
const sdist = 'x-1.0.tar.gz';

describe('python: native code and glibc', () => {
  const cases: readonly (readonly [string, Files, boolean, boolean | null])[] = [
    ['no dependencies', requirements(''), false, false],
    ['pure Python', requirements('flask==3.1.0\n'), false, false],
    ['numpy of today', requirements('numpy\n'), false, false],
    ['numpy before musl wheels', requirements('numpy==1.24.4\n'), false, true],
    ['torch', requirements('torch>=2\n'), false, true],
    ['the same name written otherwise', requirements('Scikit_Learn\n'), false, true],
    ['what brings torch', requirements('sentence-transformers\n'), false, true],
    ['psycopg2', requirements('psycopg2==2.9.10\n'), true, null],
    ['psycopg2-binary', requirements('psycopg2-binary\n'), false, false],
    ['psutil before wheels', requirements('psutil==5.4.0\n'), true, null],
    ['wheels for no Python that is left', requirements('greenlet==0.4.17\n'), true, null],
    [
      'wheels for older Pythons than the one asked for',
      { ...requirements('greenlet==3.0.1\n'), '.python-version': '3.13\n' },
      true,
      null,
    ],
    [
      'wheels for the Python that is asked for',
      { ...requirements('greenlet==3.0.1\n'), '.python-version': '3.12\n' },
      false,
      false,
    ],
    ['a bound leads to a release before musl wheels', requirements('numpy<1.25\n'), false, true],
    ['psutil before musl wheels', requirements('psutil==5.9.8\n'), false, true],
    ['an extra that is compiled', requirements('psycopg[c]==3.2\n'), true, null],
    ['only for Windows', requirements('torch; sys_platform == "win32"\n'), false, false],
    ['in a constraint alone', { 'requirements.txt': '-c c.txt\n', 'c.txt': 'torch==2.9\n' }, false, false],
    ['in an included file', { 'requirements.txt': '-r a.txt\n', 'a.txt': 'torch==2.9\n' }, false, true],
    [
      'in pyproject.toml',
      { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["torch>=2"]\n' },
      false,
      true,
    ],
    [
      'in a Pipfile.lock',
      { Pipfile: '', 'Pipfile.lock': '{"default": {"pandas": {"version": "==1.5.0"}}}' },
      false,
      true,
    ],
    [
      'developed with, in a Pipfile.lock',
      { Pipfile: '', 'Pipfile.lock': '{"develop": {"torch": {"version": "==2.0"}}}' },
      false,
      false,
    ],
    ['in setup.cfg', { 'setup.cfg': '[options]\ninstall_requires =\n  flask\n  torch\n' }, false, true],
    ['uv.lock: a pure wheel', uvLock('x', ['x-1.0-py3-none-any.whl', sdist]), false, false],
    ['uv.lock: musl wheels', uvLock('x', [manylinux, musllinux]), false, false],
    ['uv.lock: glibc wheels', uvLock('x', [manylinux]), false, true],
    ['uv.lock: glibc wheels and an archive', uvLock('x', [manylinux, sdist]), false, true],
    ['uv.lock: an archive', uvLock('x', [sdist]), true, null],
    [
      'uv.lock: wheels for Windows and an archive',
      uvLock('x', ['x-1.0-cp313-cp313-win_amd64.whl', sdist]),
      true,
      null,
    ],
    ['uv.lock: compiled for speed alone', uvLock('markupsafe', [manylinux, sdist]), false, false],
    ['uv.lock knows better than the table', uvLock('scikit-learn', [manylinux, musllinux]), false, false],
    ['poetry.lock: glibc wheels', poetryLock('optional = false', [manylinux]), false, true],
    ['poetry.lock: for development', poetryLock('groups = ["dev"]', [manylinux]), false, false],
  ];
  for (const [name, files, native, glibc] of cases) {
    it(name, () => {
      const facts = detect(files);
      assert.deepEqual([facts.nativeCode?.value, facts.needsGlibc?.value ?? null], [native, glibc]);
    });
  }

  it('the line is named', () => {
    assert.deepEqual(detect(requirements('flask\n\ntorch\n')).needsGlibc, {
      value: true,
      source: 'requirements.txt:3',
    });
  });
  it('what only a development group leads to is no part of the app', () => {
    const lock = [
      '[[package]]',
      'name = "a"',
      'source = { virtual = "." }',
      'dependencies = [{ name = "flask" }]',
      '[package.dev-dependencies]',
      'dev = [{ name = "torch" }]',
      '[[package]]',
      'name = "flask"',
      'version = "3"',
      '[[package]]',
      'name = "torch"',
      'version = "2"',
      '',
    ].join('\n');
    assert.equal(
      detect({ 'pyproject.toml': '[project]\nname = "a"\n', 'uv.lock': lock }).needsGlibc?.value,
      false,
    );
  });

  const needs: readonly (readonly [string, string, readonly string[]])[] = [
    ['psycopg2', 'psycopg2\n', ['libpq']],
    ['psycopg alone', 'psycopg\n', ['libpq-by-name']],
    ['psycopg compiled', 'psycopg[c]\n', ['libpq']],
    ['psycopg with its own library', 'psycopg[binary]\n', []],
    ['a repository', 'x @ git+https://example.org/x.git\n', ['git-source']],
    ['a repository, old style', 'git+https://example.org/x.git#egg=x\n', ['git-source']],
    ['twice the same', 'psycopg2\npsycopg[c]\n', ['libpq']],
    ['a wheel of its own', 'pillow==12.0.0\nlxml==6.0.0\n', []],
    ['before wheels', 'lxml==3.6.0\n', ['libxml2', 'libxslt']],
  ];
  for (const [name, text, values] of needs) {
    it(`system packages: ${name}`, () => {
      assert.deepEqual(
        details(detect(requirements(text))).systemPackages.map(({ value }) => value),
        values,
      );
    });
  }

  it('every need is in the catalogue', () => {
    const { compiled, libraryUsers } = pythonPackages();
    const needed = [
      ...Object.values(compiled).flatMap(({ needs = [], sourceNeeds = [] }) => [...needs, ...sourceNeeds]),
      ...Object.values(libraryUsers).flat(),
      'git-source',
    ];
    for (const id of needed) assert.ok(systemPackage(id).title, id);
  });

  it('the newest Python that has the wheels', () => {
    const files = [
      'x-1.0-cp312-cp312-manylinux_2_17_x86_64.whl',
      manylinux,
      'x-1.0-cp314-cp314-win_amd64.whl',
    ];
    assert.deepEqual(detect(uvLock('x', files)).newestVersion, {
      value: '3.13',
      source: 'uv.lock:2',
    });
    assert.equal(detect(uvLock('x', ['x-1.0-cp39-abi3-manylinux_2_17_x86_64.whl'])).newestVersion, null);
  });

  it('what is told to come without a wheel is compiled', () => {
    const found = (text: string): unknown => {
      const facts = detect(requirements(text));
      return [facts.nativeCode?.value, details(facts).systemPackages.map(({ value }) => value)];
    };
    assert.deepEqual(found('lxml\nflask\n'), [false, []]);
    assert.deepEqual(found('lxml\nflask\n--no-binary lxml,flask\n'), [true, ['libxml2', 'libxslt']]);
    assert.deepEqual(found('psycopg2-binary\n--no-binary=:all:\n'), [true, ['libpq']]);
  });
});
