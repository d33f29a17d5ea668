import assert from 'node:assert/strict';
import { survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';

const server = { 'package.json': '{"scripts":{"start":"node server.js"}}\n', 'server.js': '' };
const tools = { 'go.mod': 'module tools\n\ngo 1.27\n\ntool example.org/shfmt\n' };
const docs = { 'pyproject.toml': '[project]\nname = "docs"\nversion = "1"\ndependencies = ["mkdocs"]\n' };

describe('first that runs', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['a Node.js app beside a pyproject.toml for its documentation', { ...server, ...docs }, 'node'],
    ['a Node.js app beside tools in Go', { ...server, ...tools }, 'node'],
    [
      'a Python app beside tools in Go',
      {
        'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
        'requirements.txt': 'flask\n',
        ...tools,
      },
      'python',
    ],
    [
      'a Go program beside a package.json',
      { ...server, 'go.mod': 'module a\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' },
      'go',
    ],
    [
      'a Flask app beside scripts of a package.json',
      {
        'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
        'requirements.txt': 'flask\n',
        'package.json': '{"scripts":{"lint":"eslint"}}\n',
      },
      'python',
    ],
    ['nothing runs', { ...docs, 'package.json': '{}\n' }, 'python'],
  ];
  for (const [name, files, language] of cases)
    it(name, () => assert.equal(survey(memoryProject(files), {}).facts.language.value, language));

  it('tells what was passed over', () => {
    const [warning] = survey(memoryProject({ ...server, ...docs }), {}).facts.warnings;
    assert.equal(warning?.code, 'BI107');
    assert.match(warning.message, /python was found here too.*--language python/);
  });

  it('a library beside pages is no site', () => {
    const files = { 'go.mod': 'module a\n\ngo 1.27\n', 'a.go': 'package a\n', 'index.html': '' };
    assert.throws(
      () => survey(memoryProject(files), {}),
      (error) => error instanceof InputError && error.code === 'no-main-package',
    );
  });
});
