import assert from 'node:assert/strict';
import { detect, details, type Files } from './detected.js';

const project = '[project]\nname = "a"\ndependencies = ["flask"]\n';
const extra = '[project.optional-dependencies]\nprod = ["gunicorn"]\ndev = ["pytest"]\n';
const group = '[dependency-groups]\nproduction = ["gunicorn"]\ndev = ["pytest"]\n';
const app = { 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n' };

describe('python: extras and groups for production', () => {
  const cases: readonly (readonly [string, Files, readonly string[], readonly string[]])[] = [
    ['an extra, by pip', { 'pyproject.toml': `${project}${extra}` }, ['prod'], []],
    ['a group, by pip', { 'pyproject.toml': `${project}${group}` }, [], ['production']],
    [
      'a group that includes another, by pip',
      {
        'pyproject.toml': `${project}[dependency-groups]\nprod = [{ include-group = "web" }, "gunicorn"]\n`,
      },
      [],
      [],
    ],
    [
      'none beside lists of requirements',
      { 'pyproject.toml': `${project}${extra}`, 'requirements.txt': 'flask\n' },
      [],
      [],
    ],
    [
      'the one that has the server, where nothing else has',
      {
        'pyproject.toml': `${project}[project.optional-dependencies]\ndev = ["uvicorn"]\nweb = ["uvicorn>=0.30"]\n`,
      },
      ['web'],
      [],
    ],
    [
      'none for a server that is there',
      {
        'pyproject.toml': `[project]\nname = "a"\ndependencies = ["gunicorn"]\n[project.optional-dependencies]\nweb = ["uvicorn"]\n`,
      },
      [],
      [],
    ],
    [
      'no name that would be a command',
      {
        'pyproject.toml': `${project}[project.optional-dependencies]\n"web'; touch /x #" = ["uvicorn"]\n`,
      },
      [],
      [],
    ],
    [
      'both, by uv',
      { 'pyproject.toml': `${project}${extra}${group}`, 'uv.lock': '' },
      ['prod'],
      ['production'],
    ],
    [
      "Poetry's group",
      { 'pyproject.toml': '[tool.poetry.group.prod.dependencies]\ngunicorn = "*"\n', 'poetry.lock': '' },
      [],
      ['prod'],
    ],
    [
      'what Poetry installs unasked and the program imports',
      {
        ...app,
        'bot.py': 'import telegram\nimport ruff\n',
        'pyproject.toml':
          '[tool.poetry.group.chat.dependencies]\npython-telegram-bot = "*"\n[tool.poetry.group.lint.dependencies]\nruff = "*"\n[tool.poetry.group.other.dependencies]\npandas = "*"\n[tool.poetry.group.more]\noptional = true\n[tool.poetry.group.more.dependencies]\nflask = "*"\n',
        'poetry.lock': '',
      },
      [],
      ['chat'],
    ],
    ['a group, by PDM', { 'pyproject.toml': `${project}${group}`, 'pdm.lock': '' }, [], ['production']],
    [
      "PDM's own group",
      {
        'pyproject.toml': `${project}[tool.pdm.dev-dependencies]\nserve = ["gunicorn"]\n`,
        'pdm.lock': '',
      },
      [],
      ['serve'],
    ],
  ];
  for (const [name, files, extras, groups] of cases) {
    it(name, () => {
      assert.deepEqual(details(detect(files)).productionGroups, { extras, groups });
    });
  }

  it('the server among them is started', () => {
    const found = details(detect({ ...app, 'pyproject.toml': `${project}${extra}` }));
    assert.equal(found.startWords[0], 'gunicorn');
  });

  it('what uv locked for them counts', () => {
    const lock =
      '[[package]]\nname = "a"\nsource = { virtual = "." }\n[package.optional-dependencies]\nprod = [{ name = "gunicorn" }]\ndev = [{ name = "uvicorn" }]\n' +
      '[[package]]\nname = "gunicorn"\nversion = "1"\n[[package]]\nname = "uvicorn"\nversion = "1"\n';
    const plain = {
      ...app,
      'pyproject.toml': '[project]\nname = "a"\n[project.optional-dependencies]\nprod = []\n',
    };
    assert.equal(details(detect({ ...plain, 'uv.lock': lock })).startWords[0], 'gunicorn');
  });
});
