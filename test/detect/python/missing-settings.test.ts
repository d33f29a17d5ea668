import assert from 'node:assert/strict';
import { detect, type Files } from './detected.js';

describe('python: settings of which only an example is here', () => {
  const told = (files: Files): string[] =>
    detect({ 'requirements.txt': '', ...files })
      .warnings.filter(({ code }) => code === 'BI194')
      .map(({ message, source }) => `${source} ${message.split(':')[0]!}`);
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'a file that is opened',
      { 'main.py': 'import json\njson.load(open("config.json"))\n', 'config.example.json': '{}' },
      [
        'main.py:2 the program reads config.json, which is not here (config.example.json shows what it holds)',
      ],
    ],
    [
      'a file in a folder, by its own name',
      { 'main.py': 'load(FOLDER / "config.yml")\n', 'conf/config.yml.sample': '' },
      [
        'main.py:1 the program reads conf/config.yml, which is not here (conf/config.yml.sample shows what it holds)',
      ],
    ],
    [
      'a module',
      { 'main.py': 'import config\n', 'config_example.py': 'TOKEN = ""\n' },
      ['main.py:1 the program reads config.py, which is not here (config_example.py shows what it holds)'],
    ],
    [
      'what is here',
      { 'main.py': 'open("config.json")\n', 'config.example.json': '', 'config.json': '{}' },
      [],
    ],
    [
      'what is here in another folder',
      { 'main.py': 'open("config.json")\n', 'container/config.template.json': '', 'shop/config.json': '{}' },
      [],
    ],
    ['what nothing reads', { 'main.py': 'work()\n', 'config.example.json': '{}' }, []],
    ['what has no example', { 'main.py': 'open("config.json")\n' }, []],
    ['of its documents', { 'main.py': 'open("config.json")\n', 'docs/config.example.json': '{}' }, []],
  ];
  for (const [name, files, warned] of cases) it(name, () => assert.deepEqual(told(files), warned));
});
