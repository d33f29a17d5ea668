import assert from 'node:assert/strict';
import type { Files } from '../node/detected.js';
import { languageOf } from './detected.js';

function is(name: string, language: string, files: Files): void {
  it(`${name} → ${language}`, () => assert.equal(languageOf(files), language));
}

const scripts = (lines: object, more: object = {}): Files => ({
  'package.json': { scripts: lines, ...more },
});
const lock = { 'bun.lock': '{}' };

describe('who runs a package', () => {
  is('bun run with a file', 'bun', { ...scripts({ start: 'bun run src/index.ts' }), 'src/index.ts': '' });
  is('bun with a file', 'bun', { ...scripts({ start: 'bun src/index.ts' }), 'src/index.ts': '' });
  is('bun --hot', 'bun', { ...scripts({ start: 'bun --hot index.ts' }), 'index.ts': '' });
  is('a built file', 'bun', scripts({ build: 'bun build src/i.ts --outdir dist', start: 'bun dist/i.js' }));
  is('a compiled program', 'bun', {
    ...scripts({ build: 'bun build ./i.ts --compile --outfile app', start: './app' }),
    'i.ts': '',
  });
  is('members of a workspace', 'bun', {
    'package.json': { workspaces: ['packages/*'] },
    'packages/api/package.json': { scripts: { start: 'bun src/index.ts' } },
    'packages/api/src/index.ts': '',
    'packages/shared/package.json': { name: 'shared' },
  });
  is('by way of another script', 'bun', scripts({ start: 'bun run serve', serve: 'bun run a.ts' }));
  is('a Procfile', 'bun', { ...scripts({}), Procfile: 'web: bun run server.ts\n', 'server.ts': '' });
  is('a script for development alone', 'bun', { ...scripts({ dev: 'bun run --hot src/index.ts' }) });
  is(
    '--bun before a tool',
    'bun',
    scripts({ start: 'bun --bun next start' }, { dependencies: { next: '16' } }),
  );

  is('bun installs, node starts', 'node', {
    ...lock,
    ...scripts({ start: 'node index.js' }),
    'index.js': '',
  });
  is('bun installs, next starts', 'node', {
    ...lock,
    ...scripts({ dev: 'bun run --watch x.ts', start: 'next start' }, { dependencies: { next: '16' } }),
  });
  is('bun run next start', 'node', {
    ...lock,
    ...scripts({ start: 'bun run next start' }, { dependencies: { next: '16' } }),
  });
  is('a Vite site', 'node', {
    ...lock,
    ...scripts({ dev: 'vite', build: 'vite build' }, { devDependencies: { vite: '7', '@types/bun': '1' } }),
    'index.ts': '',
  });
  is('a build for node', 'node', {
    ...lock,
    ...scripts({ build: 'tsc --outDir dist' }, { devDependencies: { '@types/bun': '1' } }),
    'index.ts': '',
  });

  is('Bun.serve', 'bun', { ...lock, 'package.json': {}, 'index.ts': 'Bun.serve({ fetch });' });
  is('from "bun"', 'bun', { ...lock, 'package.json': {}, 'index.js': 'import { serve } from "bun";' });
  is('bun:sqlite', 'bun', {
    ...lock,
    'package.json': {},
    'index.ts': "import { Database } from 'bun:sqlite';",
  });
  is('Bun.serve in a comment', 'node', {
    ...lock,
    'package.json': {},
    'index.js': '// Bun.serve({ fetch })',
  });
  is('Bun.serve without a lock file', 'node', { 'package.json': {}, 'index.js': 'Bun.serve({ fetch });' });
  is('types of Bun', 'bun', {
    ...lock,
    'package.json': { module: 'index.ts', devDependencies: { '@types/bun': '1' } },
    'index.ts': 'console.log(1);',
  });
  is('older types, and a tool that starts', 'bun', {
    'bun.lockb': '',
    'package.json': {
      module: 'index.ts',
      scripts: { build: 'bun run prisma generate', start: 'bunx prisma migrate deploy' },
      devDependencies: { 'bun-types': '1', prisma: '5' },
    },
    'index.ts': '',
  });
});
