import assert from 'node:assert/strict';
import { deno } from '../../../src/detect/deno.js';
import type { DenoDetails } from '../../../src/detect/facts.js';
import { findApps } from '../../../src/detect/find-apps.js';
import { memoryProject } from '../../../src/project/memory-view.js';
import { shown, type Files } from '../node/detected.js';

interface Expected {
  words?: string;
  entry?: string | null;
  port?: string | null;
  variable?: string | null;
  version?: string | null;
  framework?: string | null;
  glibc?: boolean | undefined;
  sigterm?: boolean;
  files?: readonly string[];
  build?: string | null;
  folder?: string | null;
  warnings?: string[];
}

function reads(name: string, files: Files, expected: Expected): void {
  it(name, () => {
    const facts = deno.detect(project(files));
    const details = facts.details as DenoDetails;
    const actual: Expected = {
      words: details.startWords.join(' '),
      entry: facts.entry?.value ?? null,
      port: shown(facts.port),
      variable: facts.portVariable?.value ?? null,
      version: shown(facts.version),
      framework: facts.framework?.value ?? null,
      glibc: facts.needsGlibc?.value,
      sigterm: facts.handlesSigterm.value,
      files: details.installFiles,
      build: details.buildTask?.value ?? null,
      folder: details.startFolder,
      warnings: facts.warnings.map(({ code }) => code),
    };
    for (const key of Object.keys(expected) as (keyof Expected)[])
      assert.deepEqual(actual[key], expected[key], key);
  });
}

function is(name: string, language: string, files: Files): void {
  it(`${name} → ${language}`, () => assert.equal(findApps(project(files))[0]?.language, language));
}

function project(files: Files) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  ]);
  return memoryProject(Object.fromEntries(texts));
}

const tasks = (lines: object, source = ''): Files => ({ 'deno.json': { tasks: lines }, 'main.ts': source });
const usual = '--allow-net --allow-env --allow-read --allow-sys';

describe('whose app it is', () => {
  is('a lone program', 'deno', { 'main.ts': 'Deno.serve(() => new Response())' });
  is('a lone program by its imports', 'deno', { 'src/main.ts': "import { x } from 'jsr:@a/b';" });
  is('settings', 'deno', { 'deno.json': {} });
  is('settings with comments', 'deno', { 'deno.jsonc': '{ /* none */ }' });
  is('a lock file alone', 'deno', { 'deno.lock': '{}', 'main.ts': '' });
  is('a package.json beside, started by deno', 'deno', {
    'deno.json': {},
    'package.json': { scripts: { start: 'deno run -A main.ts' } },
  });
  is('a package.json that lists dependencies', 'deno', {
    'deno.json': { tasks: { start: 'deno run main.ts' } },
    'package.json': { dependencies: { express: '5' } },
  });
  is('a package for Node.js that is published for Deno', 'node', {
    'deno.json': { name: '@a/b', exports: './index.js' },
    'package.json': {},
    'package-lock.json': '{}',
    'index.js': '',
  });
  is('a lock file of npm beside, and imports that only Deno follows', 'deno', {
    'deno.json': {},
    'package.json': {},
    'package-lock.json': '{}',
    'main.ts': "import { Application } from 'https://example.org/oak/mod.ts';",
  });
  is('a package that node starts', 'node', {
    'deno.json': { tasks: { start: 'deno run main.ts' } },
    'package.json': { scripts: { start: 'node index.js' } },
  });
});

describe('what Deno starts', () => {
  reads('a task with its permissions', tasks({ start: 'deno run --allow-net --allow-read=./data main.ts' }), {
    words: 'deno run --allow-net --allow-read=./data main.ts',
    entry: 'main.ts',
  });
  reads('a task without permissions', tasks({ start: 'deno run main.ts' }), { words: 'deno run main.ts' });
  reads('a task with a description', tasks({ start: { command: 'deno run -A main.ts', description: 'x' } }), {
    words: 'deno run -A main.ts',
  });
  reads('a task that calls another', tasks({ start: 'deno task go', go: 'deno -A main.ts' }), {
    words: 'deno run -A main.ts',
  });
  reads(
    'a server for development beside another program',
    tasks({ dev: 'deno task api & deno task web', api: 'deno -A main.ts', web: 'deno -A npm:vite' }),
    { words: 'deno run -A main.ts' },
  );
  reads('flags before the verb', tasks({ start: 'deno --unstable-kv run -A main.ts' }), {
    words: 'deno run --unstable-kv -A main.ts',
  });
  reads(
    "Fresh's builder, which loads the program",
    {
      'deno.json': { tasks: { start: 'deno run -A --watch=static/,routes/ dev.ts' } },
      'dev.ts': 'import dev from "$fresh/dev.ts";\nawait dev(import.meta.url, "./main.ts");',
      'main.ts': '',
    },
    { words: 'deno run -A main.ts', entry: 'main.ts' },
  );
  reads('flags for development go', tasks({ start: 'deno run --watch=src -A --env-file=.env main.ts' }), {
    words: 'deno run -A main.ts',
  });
  reads('deno serve', tasks({ start: 'deno serve --port 8080 main.ts' }), {
    words: 'deno serve --port 8080 main.ts',
    port: '8080 @ deno.json:3',
  });
  reads(
    'preview rather than a start that watches',
    tasks({ start: 'deno run -A --watch=static/ dev.ts', preview: 'deno run -A main.ts' }),
    { words: 'deno run -A main.ts' },
  );
  reads('a task for development', tasks({ dev: 'deno run --watch main.ts' }), {
    words: `deno run ${usual} main.ts`,
  });
  reads('a task for development with permissions', tasks({ dev: 'deno run --watch -RN main.ts' }), {
    words: 'deno run -RN main.ts',
  });
  reads('no task', tasks({}), { words: `deno run ${usual} main.ts`, entry: 'main.ts' });
  reads(
    'a Procfile',
    { ...tasks({}), Procfile: 'web: deno run -A web.ts\n', 'web.ts': '' },
    {
      words: 'deno run -A web.ts',
    },
  );
  reads(
    'a script of package.json',
    { 'package.json': { scripts: { start: 'deno run -A main.ts' } }, 'main.ts': '' },
    {
      words: 'deno run -A main.ts',
    },
  );
  reads('a specifier', tasks({ start: 'deno run -A npm:serve' }), {
    words: 'deno run -A npm:serve',
    entry: null,
  });
  reads('a file that is not there', tasks({ start: 'deno run -A server.ts' }), { warnings: ['BI146'] });
  reads(
    'a file that a build writes',
    tasks({ build: 'deno run -A dev.ts build', start: 'deno serve -A _fresh/server.js' }),
    {
      warnings: [],
      build: 'deno run -A dev.ts build',
      port: '8000 @ deno.json:4',
    },
  );
  it('a package for others', () =>
    assert.throws(
      () =>
        deno.detect(project({ 'deno.json': { exports: './mod.ts' }, 'mod.ts': "export * from './a.ts';" })),
      /^InputError: mod\.ts:1: this file only exports/,
    ));
  reads('nothing', { 'deno.json': {} }, { words: '' });
});

describe('where Deno listens', () => {
  const start = { start: 'deno run -A main.ts' };
  reads('Deno.serve', tasks(start, '\nDeno.serve(handler);'), { port: '8000 @ main.ts:2', variable: null });
  reads('a port', tasks(start, 'Deno.serve({ port: 4242 }, handler);'), { port: '4242 @ main.ts:1' });
  reads('a variable', tasks(start, "Deno.serve({ port: Number(Deno.env.get('PORT') ?? 9000) }, h);"), {
    port: '9000 @ main.ts:1',
    variable: 'PORT',
  });
  reads(
    'a variable that is turned into a number first',
    tasks(start, 'const port = Number(Deno.env.get("PORT")) || 9001;'),
    {
      port: '9001 @ main.ts:1',
      variable: 'PORT',
    },
  );
  reads('Oak', tasks(start, 'await app.listen({ port: 8001 });'), { port: '8001 @ main.ts:1' });
  reads('no handler of SIGTERM', tasks(start), { sigterm: false });
  reads('a handler of SIGTERM', tasks(start, 'Deno.addSignalListener("SIGTERM", stop);'), { sigterm: true });
});

describe('the version of Deno that a project states', () => {
  reads('.dvmrc', { 'deno.json': {}, '.dvmrc': '2.9.1\n' }, { version: '2.9.1 @ .dvmrc:1' });
  reads('.deno-version', { '.deno-version': '2.2.2\n' }, { version: '2.2.2 @ .deno-version:1' });
  reads(
    '.tool-versions',
    { 'deno.json': {}, '.tool-versions': 'deno 2.9.0\n' },
    { version: '2.9.0 @ .tool-versions:1' },
  );
  reads('mise', { 'deno.json': {}, 'mise.toml': '[tools]\ndeno = "2"\n' }, { version: '2 @ mise.toml:2' });
  reads('nothing', { 'deno.json': {} }, { version: null });
});

describe('what Deno fetches', () => {
  const imports = (value: string): Files => ({ 'deno.json': { imports: { it: value } }, 'main.ts': '' });
  reads('an add-on from npm', imports('npm:sharp@^0.34'), { glibc: true });
  reads('plain JavaScript from npm', imports('npm:hono@4'), {
    glibc: false,
    framework: 'hono',
    warnings: ['BI143'],
  });
  reads('a scoped package from JSR', imports('jsr:@oak/oak@17'), { glibc: false, framework: 'oak' });
  reads(
    'settings, lock file, import map, members',
    {
      'deno.jsonc': '{ "importMap": "./map.json", "workspace": ["./a"] } // one',
      'deno.lock': '{}',
      'map.json': '{}',
      'a/deno.json': '{}',
      'main.ts': '',
    },
    { files: ['a/deno.json', 'deno.jsonc', 'deno.lock', 'map.json'] },
  );
});

describe('members of a workspace', () => {
  const member = { tasks: { start: 'deno run -N main.ts' } };
  const files = {
    'packages/api/deno.json': member,
    'packages/api/main.ts': '',
    'packages/lib/deno.json': {},
  };
  const expected = { words: 'deno run -N main.ts', entry: 'packages/api/main.ts', folder: 'packages/api' };
  reads(
    'a task of the root that names one',
    {
      ...files,
      'deno.json': {
        workspace: ['./packages/api', './packages/lib'],
        tasks: { start: 'deno task --cwd packages/api start' },
      },
    },
    expected,
  );
  reads(
    'the only one that starts something, found by a pattern',
    { ...files, 'deno.json': { workspace: ['./packages/*'] } },
    { ...expected, files: ['deno.json', 'packages/api/deno.json', 'packages/lib/deno.json'] },
  );
  reads(
    'two that start something',
    { ...files, 'packages/web/deno.json': member, 'deno.json': { workspace: ['./packages/*'] } },
    { words: '', folder: null },
  );
});
