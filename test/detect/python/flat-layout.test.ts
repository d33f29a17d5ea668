import assert from 'node:assert/strict';
import { detect, details, type Files } from './detected.js';

const manifest =
  '[build-system]\nrequires = ["setuptools"]\n[project]\nname = "shop"\nversion = "1"\ndynamic = ["dependencies"]\n';
const files = { 'requirements.txt': 'flask\n', 'shop/__init__.py': '', 'main.py': 'run()\n' };

describe('python: several packages at the root', () => {
  const cases: readonly (readonly [string, Files, boolean])[] = [
    ['one package', {}, true],
    ['a folder beside it', { 'library/a.db': '' }, false],
    ['folders that are no part of one', { 'tests/a.py': '', 'docs/a.md': '', '.github/a.yml': '' }, true],
    ['a src folder', { 'library/a.db': '', 'src/shop/a.py': '' }, true],
    [
      'the right one is named',
      { 'library/a.db': '', 'pyproject.toml': `${manifest}[tool.setuptools]\npackages = ["shop"]\n` },
      true,
    ],
    [
      'another builder',
      {
        'library/a.db': '',
        'pyproject.toml': manifest.replace('setuptools"]', 'hatchling"]\nbuild-backend = "hatchling.build"'),
      },
      true,
    ],
    ['a setup.py', { 'library/a.db': '', 'setup.py': '' }, true],
  ];
  for (const [name, more, packaged] of cases)
    it(`${name}: ${packaged ? 'it is installed' : 'its dependencies are'}`, () =>
      assert.equal(details(detect({ 'pyproject.toml': manifest, ...files, ...more })).packaged, packaged));
});
