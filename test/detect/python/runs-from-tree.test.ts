import assert from 'node:assert/strict';
import { detect, details, type Files } from './detected.js';

const manifest =
  '[project]\nname = "shop"\ndependencies = ["flask", "gunicorn"]\n[build-system]\nrequires = ["flit_core"]\n';
const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const shop: Files = { 'pyproject.toml': manifest, 'shop/__init__.py': flask };

describe('python: is the project itself installed?', () => {
  const cases: readonly (readonly [string, Files, boolean])[] = [
    ['not where its own folder is run', shop, false],
    ['a src layout', { 'pyproject.toml': manifest, 'src/shop/__init__.py': flask }, true],
    ['a setup.py, which may compile', { ...shop, 'setup.py': 'setup()\n' }, true],
    ['one that asks for its own version', { ...shop, 'shop/v.py': 'import importlib.metadata\n' }, true],
    [
      'programs of its own',
      { ...shop, 'pyproject.toml': `${manifest}[project.scripts]\nshop = "shop:main"\n` },
      true,
    ],
    [
      'dependencies that only a build tells',
      { ...shop, 'pyproject.toml': '[project]\nname = "shop"\ndynamic = ["dependencies"]\n[build-system]\n' },
      true,
    ],
  ];
  for (const [name, files, packaged] of cases)
    it(name, () => assert.equal(details(detect(files)).packaged, packaged));
});
