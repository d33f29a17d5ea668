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

const program = (folder: string): Files => ({ [`${folder}/main.go`]: 'package main\n\nfunc main() {}\n' });
const module = { 'go.mod': 'module example.org/shop\n\ngo 1.26\n' };
const commands = { ...module, ...program('cmd/orders'), ...program('cmd/worker') };
const withServer = { ...module, ...program('cmd/api'), ...program('cmd/worker') };
const goWork = {
  'go.work': 'go 1.26\n\nuse (\n\t./services/orders\n\t./services/mail\n\t./shared\n)\n',
  'services/orders/go.mod': 'module example.org/orders\n\ngo 1.26\n',
  'services/mail/go.mod': 'module example.org/mail\n\ngo 1.26\n',
  'shared/go.mod': 'module example.org/shared\n\ngo 1.26\n',
  'tools/gen/go.mod': 'module example.org/gen\n\ngo 1.26\n',
  ...program('services/orders'),
  ...program('services/mail/cmd/mail'),
  ...program('tools/gen'),
};
const serving = "Deno.serve(() => new Response('x'));\n";
const denoTwo = {
  'deno.json': '{ "workspace": ["./api", "./site"] }',
  'api/deno.json': '{ "tasks": { "start": "deno run -A main.ts" } }',
  'api/main.ts': serving,
  'site/deno.json': '{ "tasks": { "start": "deno run -A main.ts" } }',
  'site/main.ts': serving,
};

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
  ['one program of a module', commands, 'cmd/orders', 'cmd/orders/Dockerfile', '.'],
  ['the program that the module is about', withServer, 'cmd/api', 'Dockerfile', '.'],
  ['the program that the module is about, without a name', withServer, null, 'Dockerfile', '.'],
  ['beside the program that the module is about', withServer, 'cmd/worker', 'cmd/worker/Dockerfile', '.'],
  ['the only program of a module', { ...module, ...program('cmd/api') }, 'cmd/api', 'Dockerfile', '.'],
  [
    'a program beside one in the root',
    { ...module, 'main.go': 'package main\nfunc main() {}\n', ...program('cmd/worker') },
    'cmd/worker',
    'cmd/worker/Dockerfile',
    '.',
  ],
  ['a module that go.work uses', goWork, 'services/orders', 'services/orders/Dockerfile', '.'],
  ['a module with its program in a folder of it', goWork, 'services/mail', 'services/mail/Dockerfile', '.'],
  ['a module that go.work does not use', goWork, 'tools/gen', 'tools/gen/Dockerfile', 'tools/gen'],
  ['a member of a workspace of Deno', denoTwo, 'api', 'api/Dockerfile', '.'],
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
