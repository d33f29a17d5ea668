import assert from 'node:assert/strict';
import { survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

const page = '<title>Hello</title>';

describe('static: the folder of the pages', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
    ['at the root', { 'index.html': page }, '.', 'index.html'],
    ['in a usual folder', { 'public/index.html': page }, 'public', 'public/index.html'],
    [
      'as Staticfile says',
      { Staticfile: 'root: hello\n', 'hello/index.html': page },
      'hello',
      'Staticfile:1',
    ],
    ['a Staticfile that says nothing', { Staticfile: '', 'index.html': page }, '.', 'index.html'],
    [
      'as netlify.toml says',
      { 'netlify.toml': '[build]\npublish = "./pages/"\n', 'index.html': '', 'pages/index.html': page },
      'pages',
      'netlify.toml:2',
    ],
    [
      'as firebase.json says',
      { 'firebase.json': '{"hosting":{"public":"pages"}}', 'index.html': '', 'pages/a.html': page },
      'pages',
      'firebase.json:1',
    ],
    [
      'a stated folder that is not there',
      { Staticfile: 'root: gone\n', 'index.html': page },
      '.',
      'index.html',
    ],
  ];
  for (const [name, files, folder, source] of cases)
    it(name, () => {
      const { facts } = survey(memoryProject(files), {});
      assert.deepEqual([facts.language.value, facts.entry], ['static', { value: folder, source }]);
    });

  it('the title of its first page names the image', () => {
    const { facts } = survey(memoryProject({ Staticfile: 'root: hello\n', 'hello/index.html': page }), {});
    assert.equal(facts.name?.value, 'Hello');
  });

  it('a folder of pages beside a program is its own', () => {
    const files = {
      'public/index.html': page,
      Pipfile: '[packages]\nflask = "*"\n',
      'app.py': 'from flask import Flask\napp = Flask("a")\n',
    };
    assert.equal(survey(memoryProject(files), {}).facts.language.value, 'python');
  });
});
