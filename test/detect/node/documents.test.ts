import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

const lock = { 'package-lock.json': '{}' };

function needs(name: string, files: Files, expected: string[]): void {
  it(name, () => assert.deepEqual(detected({ ...lock, ...files }).details.documents, expected));
}

function server(code: string): Files {
  return { 'package.json': { scripts: { start: 'node server.js' } }, 'server.js': code, 'docs/api.json': '' };
}

describe('documents that are read', () => {
  const docusaurus = { scripts: { build: 'docusaurus build' }, dependencies: { '@docusaurus/core': '3' } };
  needs('pages are made of them', { 'package.json': docusaurus, 'docs/intro.md': '' }, ['docs']);
  const eleventy = { scripts: { build: 'eleventy' }, devDependencies: { '@11ty/eleventy': '3' } };
  needs('pages at the root', { 'package.json': eleventy, 'index.md': '' }, ['*.md']);
  needs('a module among them', server("const api = require('./docs/api.json');"), ['docs']);
  needs('a file among them', server("read(__dirname + '/docs/api.json');"), ['docs']);
  needs('a route of that name', server("app.use('/docs', pages);"), []);
  needs(
    'a project of the compiler among them',
    {
      ...server(''),
      'tsconfig.json': { files: [], references: [{ path: './src' }, { path: './test/tsconfig.json' }] },
      'test/a.ts': '',
    },
    ['test'],
  );
  const adonis = { scripts: { build: 'node ace build' }, dependencies: { '@adonisjs/core': '6' } };
  needs('tests that a build checks', { 'package.json': adonis, 'tests/bootstrap.ts': '' }, ['tests']);
  needs('nothing reads them', server(''), []);
});
