import assert from 'node:assert/strict';
import { codes, detect, type Files } from './detected.js';

const pyproject = (requires: string): Files => ({
  'pyproject.toml': `[project]\nname = "a"\nrequires-python = "${requires}"\n`,
});

describe('python: a Pipfile that was left', () => {
  it("says nothing beside another package manager's lock file", () => {
    const files = { Pipfile: '[requires]\npython_version = "3.7"\n', 'poetry.lock': '' };
    assert.equal(detect(files).version, null);
    assert.equal(detect({ Pipfile: files.Pipfile }).version?.value, '3.7');
  });
});

describe('python: version', () => {
  const cases: readonly (readonly [string, Files, string | null, string | null])[] = [
    ['nothing', { 'requirements.txt': '' }, null, null],
    ['.python-version', { '.python-version': '# ours\n3.13.2\n' }, '3.13.2', '.python-version:2'],
    [
      '.python-version without a version',
      { '.python-version': 'latest\n', ...pyproject('>=3.11') },
      '>=3.11',
      'pyproject.toml:3',
    ],
    ['.python-version of another interpreter', { '.python-version': 'pypy3.10\n' }, null, null],
    ['runtime.txt', { 'runtime.txt': 'python-3.12.4\n' }, '3.12.4', 'runtime.txt:1'],
    ['runtime.txt without its prefix', { 'runtime.txt': '3.11\n' }, '3.11', 'runtime.txt:1'],
    [
      'mise in its folder',
      { '.config/mise.toml': '[tools]\npython = "3.12"\n' },
      '3.12',
      '.config/mise.toml:2',
    ],
    ['Pipfile', { Pipfile: '[requires]\npython_version = "3.13"\n' }, '3.13', 'Pipfile:2'],
    [
      'Pipfile, full',
      { Pipfile: '[requires]\npython_version = "3.13"\npython_full_version = "3.13.2"\n' },
      '3.13.2',
      'Pipfile:3',
    ],
    ['.tool-versions', { '.tool-versions': 'nodejs 24\npython 3.12.1\n' }, '3.12.1', '.tool-versions:2'],
    ['mise', { 'mise.toml': '[tools]\npython = "3.12"\n' }, '3.12', 'mise.toml:2'],
    ['requires-python', pyproject('>=3.11,<4'), '>=3.11,<4', 'pyproject.toml:3'],
    [
      'poetry',
      { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\n' },
      '^3.12',
      'pyproject.toml:2',
    ],
    ['setup.cfg', { 'setup.cfg': '[options]\npython_requires = >=3.9\n' }, '>=3.9', 'setup.cfg:2'],
    ['setup.py', { 'setup.py': 'setup(python_requires=">=3.8")\n' }, '>=3.8', 'setup.py:1'],
    [
      'an exact one before a range',
      { '.python-version': '3.13', ...pyproject('>=3.11') },
      '3.13',
      '.python-version:1',
    ],
    ['the wrong type', { 'pyproject.toml': '[project]\nrequires-python = 3.11\n' }, null, null],
    [
      'pins that only an old Python installs',
      { 'requirements.txt': 'numpy==1.26.0\npandas==1.4.3\n' },
      '<=3.10',
      'requirements.txt:2',
    ],
  ];
  for (const [name, files, value, source] of cases) {
    it(name, () => {
      assert.deepEqual(detect({ 'requirements.txt': '', ...files }).version, value && { value, source });
    });
  }

  const conflicts: readonly (readonly [string, Files, boolean])[] = [
    ['the same minor version', { '.python-version': '3.13', 'runtime.txt': 'python-3.13.2' }, false],
    ['two versions', { '.python-version': '3.13', 'runtime.txt': 'python-3.12.2' }, true],
    ['inside of the range', { '.python-version': '3.13', ...pyproject('>=3.11,<3.14') }, false],
    [
      'a patch release of the last minor version',
      { '.python-version': '3.13', ...pyproject('<=3.13.5') },
      false,
    ],
    ['above the range', { '.python-version': '3.14', ...pyproject('>=3.11,<3.14') }, true],
    ['below the range', { '.python-version': '3.10.2', ...pyproject('~=3.11') }, true],
  ];
  for (const [name, files, warned] of conflicts) {
    it(`conflict: ${name}`, () => {
      assert.deepEqual(
        codes(detect(files)).filter((code) => code === 'BI131'),
        warned ? ['BI131'] : [],
      );
    });
  }

  for (const asked of ['pypy3.10-7.3.12', '3.13t'])
    it(`${asked} is told`, () => {
      assert.deepEqual(codes(detect({ '.python-version': asked, 'main.py': '' })), ['BI174']);
    });
});
