import assert from 'node:assert/strict';
import { shown, type Files } from '../node/detected.js';
import { detected } from './detected.js';

interface Expected {
  words?: string;
  entry?: string | null;
  port?: string | null;
  variable?: string | null;
  version?: string | null;
  sigterm?: boolean;
  warnings?: string[];
}

function reads(name: string, files: Files, expected: Expected): void {
  it(name, () => {
    const facts = detected(files);
    const actual: Expected = {
      words: facts.details.startWords.join(' '),
      entry: facts.entry?.value ?? null,
      port: shown(facts.port),
      variable: facts.portVariable?.value ?? null,
      version: shown(facts.version),
      sigterm: facts.handlesSigterm.value,
      warnings: facts.warnings.map(({ code }) => code),
    };
    for (const key of Object.keys(expected) as (keyof Expected)[])
      assert.deepEqual(actual[key], expected[key], key);
  });
}

const lock = { 'bun.lock': '{}' };
const started = (start: string, source = ''): Files => ({
  ...lock,
  'package.json': { scripts: { start } },
  'src/index.ts': source,
});

describe('what Bun starts', () => {
  reads('bun run', started('bun run src/index.ts'), { words: 'bun src/index.ts', entry: 'src/index.ts' });
  it("a member's file, from the root", () => {
    const { details } = detected({
      ...lock,
      'package.json': { workspaces: ['apps/*'], scripts: { start: 'bun apps/api/index.ts' } },
      'apps/api/package.json': { name: 'api', dependencies: { hono: '4' } },
      'apps/api/index.ts': '',
    });
    assert.deepEqual([details.needsMembers, details.hasDependencies], [true, true]);
  });
  reads(
    'a script for the server',
    { ...lock, 'package.json': { scripts: { 'start:server': 'bun run src/index.ts' } }, 'src/index.ts': '' },
    { words: 'bun src/index.ts' },
  );
  reads('flags for development go', started('bun --watch run --hot ./src/index.ts'), {
    words: 'bun src/index.ts',
  });
  reads('flags for production stay', started('bun --smol --preload ./x.ts src/index.ts --all'), {
    words: 'bun --smol --preload ./x.ts src/index.ts --all',
  });
  reads('settings stay', started('NODE_ENV=production bun src/index.ts'), { words: 'bun src/index.ts' });
  reads(
    'the sources of what it compiles',
    {
      ...lock,
      'package.json': {
        scripts: {
          build: 'bun build --compile --minify ./src/index.ts --outfile=server',
          start: './server --all',
        },
      },
      'src/index.ts': 'Bun.serve({ port: 3001 })',
    },
    { words: 'bun src/index.ts --all', entry: 'src/index.ts', port: '3001 @ src/index.ts:1', warnings: [] },
  );
  reads('a file that is not there', started('bun server.ts'), { warnings: ['BI146'] });
  reads('what stands before', started('bunx prisma migrate deploy && bun src/index.ts'), {
    words: 'bun src/index.ts',
    warnings: ['BI144'],
  });
  reads(
    'the script for development, not the module that no build writes',
    {
      ...lock,
      'package.json': { module: 'src/index.js', scripts: { dev: 'bun run --watch src/index.ts' } },
      'src/index.ts': '',
    },
    { words: 'bun src/index.ts' },
  );
  reads(
    'module',
    { ...lock, 'package.json': { module: 'index.ts' }, 'index.ts': '' },
    { words: 'bun index.ts' },
  );
  reads(
    'a framework by --bun',
    { ...lock, 'package.json': { scripts: { start: 'bun --bun next start' } } },
    { words: 'bun node_modules/next/dist/bin/next start', entry: null },
  );
  reads(
    'a tool',
    {
      ...lock,
      'package.json': { scripts: { start: 'bunx sirv-like public' }, dependencies: { 'sirv-like': '1' } },
    },
    { words: 'bun node_modules/.bin/sirv-like public' },
  );
  reads(
    'a migration is no program that serves',
    {
      ...lock,
      'package.json': { module: 'index.ts', scripts: { start: 'bunx prisma migrate deploy' } },
      'index.ts': '',
    },
    { words: 'bun index.ts' },
  );
});

describe('where Bun listens', () => {
  const runs = 'bun src/index.ts';
  reads('Bun.serve alone', started(runs, '\nBun.serve({ fetch });'), {
    port: '3000 @ src/index.ts:2',
    variable: 'PORT',
  });
  reads('an exported app', started(runs, 'export default app;'), {
    port: '3000 @ src/index.ts:1',
    variable: 'PORT',
  });
  reads('a port in the source', started(runs, 'Bun.serve({ port: 8081, fetch });'), {
    port: '8081 @ src/index.ts:1',
    variable: null,
  });
  reads('a port by variable', started(runs, 'Bun.serve({ port: Bun.env.API_PORT ?? 4000, fetch });'), {
    port: '4000 @ src/index.ts:1',
    variable: 'API_PORT',
  });
  reads('a port beside what is exported', started(runs, 'export default { port: 4002, fetch };'), {
    port: '4002 @ src/index.ts:1',
  });
  reads(
    'a port beside what is exported, by name',
    started(runs, 'const port = 4003;\nexport default { fetch, port };'),
    {
      port: '4003 @ src/index.ts:1',
    },
  );
  reads('Elysia', started(runs, 'new Elysia().listen(4001);'), { port: '4001 @ src/index.ts:1' });
  reads('nothing', started(runs, 'console.log(1);'), { port: null, variable: null });
});

describe('how Bun ends', () => {
  reads('no handler', started('bun src/index.ts'), { sigterm: false });
  reads('a handler', started('bun src/index.ts', "process.on('SIGTERM', stop);"), { sigterm: true });
});

describe('the version of Bun that a project states', () => {
  const all: Files = {
    ...lock,
    'package.json': { packageManager: 'bun@1.2.3', engines: { bun: '>=1.1', node: '22' } },
  };
  reads('packageManager before engines', all, { version: '1.2.3 @ package.json:2' });
  reads('.bun-version', { ...all, '.bun-version': '1.3.0\n' }, { version: '1.3.0 @ .bun-version:1' });
  reads(
    '.tool-versions',
    { ...all, '.tool-versions': 'bun 1.2.9\n' },
    { version: '1.2.9 @ .tool-versions:1' },
  );
  reads('mise', { ...all, 'mise.toml': '[tools]\nbun = "1.2"\n' }, { version: '1.2 @ mise.toml:2' });
  reads('engines', { 'package.json': { engines: { bun: '>=1.1' } } }, { version: '>=1.1 @ package.json:3' });
  reads('nothing of Node.js', { ...lock, 'package.json': { engines: { node: '22' } } }, { version: null });
});

describe('what installs what Bun runs', () => {
  it('Bun, whatever lock file lies there', () => {
    const facts = detected({
      'package.json': { scripts: { start: 'bun a.ts' } },
      'package-lock.json': '{}',
      'a.ts': '',
    });
    assert.equal(facts.packageManager?.value, 'bun');
    assert.equal(facts.details.lockFile, null);
    assert.deepEqual(
      facts.warnings.map(({ code }) => code),
      ['BI143'],
    );
  });
});
