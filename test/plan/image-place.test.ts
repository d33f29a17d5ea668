import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

type Files = Readonly<Record<string, string>>;

const startable = JSON.stringify({ scripts: { start: 'node server.js' } });
const workspace = (more: object = {}) => JSON.stringify({ workspaces: ['apps/*'], ...more });
const app = (folder: string): Files => ({
  [`${folder}/package.json`]: startable,
  [`${folder}/server.js`]: "require('node:http').createServer().listen(3000);\n",
});
const one = { 'package.json': workspace(), ...app('apps/web') };
const two = { ...one, ...app('apps/api') };
const startsWeb = { ...two, 'package.json': workspace({ scripts: { start: 'npm start -w apps/web' } }) };
const ours = '# syntax=docker/dockerfile:1\n# Base alpine: musl.\n';
const forWeb = `${ours}# For apps/web. Built in the project's root: docker build .\n`;

/** `--app` (null: none), the Dockerfile, and from where it is built. */
const rows: readonly (readonly [
  what: string,
  Files,
  app: string | null,
  dockerfile: string,
  context: string,
])[] = [
  ['a lone app', { 'package.json': startable, 'server.js': '' }, null, 'Dockerfile', '.'],
  ['the only app of a workspace', one, null, 'Dockerfile', '.'],
  ['the only app of a workspace, by its name', one, 'apps/web', 'Dockerfile', '.'],
  ['one of two', two, 'apps/web', 'apps/web/Dockerfile', '.'],
  ['the other', two, 'apps/api', 'apps/api/Dockerfile', '.'],
  ['the one that the root starts', startsWeb, null, 'Dockerfile', '.'],
  ['the one that the root starts, by its name', startsWeb, 'apps/web', 'Dockerfile', '.'],
  ['beside the one that the root starts', startsWeb, 'apps/api', 'apps/api/Dockerfile', '.'],
  ['one that has its Dockerfile in the root', { ...two, Dockerfile: forWeb }, 'apps/web', 'Dockerfile', '.'],
  ['without a name, the one in the root', { ...two, Dockerfile: forWeb }, null, 'Dockerfile', '.'],
  ['beside one in the root', { ...two, Dockerfile: forWeb }, 'apps/api', 'apps/api/Dockerfile', '.'],
  [
    'one that an older version put into the root',
    { ...two, Dockerfile: ours, '.yo-rc.json': '{"generator-baseimage":{"app":"apps/web"}}' },
    'apps/web',
    'Dockerfile',
    '.',
  ],
  [
    "beside somebody else's Dockerfile",
    { ...two, Dockerfile: 'FROM x:1\n', '.yo-rc.json': '{"generator-baseimage":{"app":"apps/web"}}' },
    'apps/web',
    'apps/web/Dockerfile',
    '.',
  ],
  [
    'in place of one that is gone',
    { ...one, Dockerfile: forWeb.replace('web', 'old') },
    null,
    'Dockerfile',
    '.',
  ],
  ['folders without a workspace', { ...app('api'), ...app('web') }, 'web', 'web/Dockerfile', 'web'],
];

describe('where the files of an image are', () => {
  for (const [what, files, folder, dockerfile, context] of rows) {
    it(what, () => {
      const answers = folder === null ? {} : { app: { value: folder, source: '--app' } };
      const { plan } = resolve(survey(memoryProject(files), answers), answers);
      assert.deepEqual([plan.dockerfile, plan.context], [dockerfile, context]);
    });
  }
});
