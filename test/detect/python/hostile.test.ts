import fc from 'fast-check';
import { go } from '../../../src/detect/go.js';
import { python } from '../../../src/detect/python.js';
import { InputError } from '../../../src/errors.js';
import { memoryProject } from '../../../src/project/memory-view.js';

/** Pieces that manifests and sources are made of, and what does not belong there. */
const pieces = [
  '[project]\n',
  '[tool.poetry]\n',
  '[tool.uv.workspace]\n',
  '[[package]]\n',
  'name = ',
  'dependencies = ',
  'members = ',
  'version = ',
  'python = ',
  'requires-python = ',
  '"',
  "'",
  '`',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '=',
  '\n',
  ' ',
  '-r ',
  '../',
  '-e .',
  '==',
  'torch',
  'module ',
  'go ',
  'require (',
  'replace a => ',
  'use ',
  '//go:build ',
  '!',
  '&&',
  'package main\n',
  'func main() {}\n',
  'import "C"\n',
  'web: ',
  '$PORT',
  '${PORT:-',
  'FROM ',
  '__proto__',
  'constructor',
  'toString',
  '1',
  'true',
  'null',
  '\u2028',
  '\0',
  '\\',
  '#',
  '/*',
  '"""',
  'app = Flask(',
  'import flask\n',
  'os.getenv("PORT", ',
  '8000',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const paths = [
  'go.mod',
  'go.work',
  'main.go',
  'cmd/a/main.go',
  'pyproject.toml',
  'requirements.txt',
  'Pipfile',
  'Pipfile.lock',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'setup.cfg',
  'setup.py',
  'Procfile',
  'main.py',
  'app/__init__.py',
  '.python-version',
  '.tool-versions',
  'mise.toml',
  'Dockerfile',
  'k8s/a.yaml',
];
const files = fc.dictionary(fc.constantFrom(...paths), text);

describe('hostile projects', () => {
  for (const detector of [go, python]) {
    it(`${detector.id}: facts or an InputError, nothing else`, () => {
      fc.assert(
        fc.property(files, (found) => {
          try {
            detector.detect(memoryProject(found));
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        }),
        { numRuns: 2000 },
      );
    });
  }

  const wrong = ['1', 'true', '[]', '[1]', '{}', '{ a = 1 }', '["x", 2]', '"../.."', '"\\u0000"'];
  const keys = [
    'project.dependencies',
    'project.requires-python',
    'project.readme',
    'project.scripts',
    'project.name',
    'project.license-files',
    'build-system',
    'tool.uv',
    'tool.uv.workspace.members',
    'tool.uv.sources',
    'tool.uv.required-version',
    'tool.uv.package',
    'tool.poetry',
    'tool.poetry.dependencies',
    'tool.poetry.packages',
    'tool.poetry.readme',
    'tool.pdm',
  ];
  for (const key of keys) {
    it(`python: ${key} of the wrong type`, () => {
      for (const value of wrong)
        python.detect(memoryProject({ 'pyproject.toml': `${key} = ${value}\n`, 'uv.lock': '' }));
    });
  }
  for (const lock of ['uv.lock', 'poetry.lock', 'pdm.lock']) {
    it(`python: ${lock} of the wrong shape`, () => {
      for (const value of wrong) {
        for (const text of [
          `package = ${value}`,
          `[[package]]\nname = ${value}`,
          `[[package]]\nname = "a"\nsource = ${value}\ndependencies = ${value}\nwheels = ${value}\nfiles = ${value}`,
        ]) {
          python.detect(memoryProject({ 'pyproject.toml': '[project]\nname = "a"\n', [lock]: text }));
        }
      }
    });
  }
  it('python: Pipfile.lock of the wrong shape', () => {
    for (const text of ['1', '[]', '{"default": 1}', '{"default": {"a": 1, "b": {"version": []}}}']) {
      python.detect(memoryProject({ Pipfile: '', 'Pipfile.lock': text }));
    }
  });
  it('long inputs take no long time', function () {
    this.timeout(2000);
    for (const piece of [
      '"',
      '(',
      'waitress ',
      'from a import b\n',
      'install_requires = \n ',
      '.run(',
      'import a, ',
    ]) {
      const long = piece.repeat(100_000 / piece.length);
      python.detect(
        memoryProject({ 'requirements.txt': long, 'setup.cfg': long, 'main.py': `import flask\n${long}` }),
      );
      go.detect(
        memoryProject({ 'go.mod': 'module a\n', 'main.go': `package main\nfunc main() {}\n${long}` }),
      );
    }
  });
});
