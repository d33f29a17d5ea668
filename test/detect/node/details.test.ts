import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

const base = { 'package.json': { dependencies: { ms: '2' } }, 'index.js': '' };
const lock = { 'package-lock.json': '{}' };

describe('the size of a Next.js server', () => {
  const codes = (config: string) =>
    detected({
      'package.json': { scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '16' } },
      'next.config.mjs': config,
    }).warnings.map(({ code }) => code);
  it('is told where all packages go along', () => assert.ok(codes('export default {}').includes('BI184')));
  it('is as small as can be', () =>
    assert.ok(!codes("export default { output: 'standalone' }").includes('BI184')));
});

describe('secrets that a server needs', () => {
  it('are named', () => {
    const { warnings } = detected({
      'package.json': { scripts: { start: 'strapi start' }, dependencies: { '@strapi/strapi': '5' } },
    });
    const told = warnings.find(({ code }) => code === 'BI176');
    assert.match(told?.message ?? '', /APP_KEYS.*set them where the container runs/);
  });
});

describe('what an install needs', () => {
  function installs(name: string, files: Files, expected: string[]): void {
    it(name, () => assert.deepEqual(detected({ ...base, ...files }).details.installFiles, expected));
  }
  installs('manifest and lock file', lock, ['package-lock.json', 'package.json']);
  installs('settings of npm', { ...lock, '.npmrc': '' }, ['.npmrc', 'package-lock.json', 'package.json']);
  installs(
    'releases and patches of Yarn',
    {
      'yarn.lock': '__metadata:\n  version: 8\n',
      '.yarnrc.yml': '',
      '.yarn/releases/yarn-4.1.0.cjs': '',
      '.yarn/patches/a.patch': '',
    },
    ['.yarn/patches/', '.yarn/releases/', '.yarnrc.yml', 'package.json', 'yarn.lock'],
  );
  installs(
    'members of a workspace',
    {
      ...lock,
      'package.json': { workspaces: ['packages/*', '!packages/old'] },
      'packages/a/package.json': '{}',
      'packages/old/package.json': '{}',
      'packages/a/node_modules/x/package.json': '{}',
    },
    ['package-lock.json', 'package.json', 'packages/a/package.json'],
  );
  installs(
    'members of a pnpm workspace',
    {
      'pnpm-lock.yaml': "lockfileVersion: '9.0'",
      'pnpm-workspace.yaml': 'packages:\n  - "apps/**"\n',
      'apps/x/web/package.json': '{}',
    },
    ['apps/x/web/package.json', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  );
  installs(
    'archives of Yarn 1',
    { 'yarn.lock': '', '.yarnrc': 'yarn-offline-mirror "./archives"\n', 'archives/ms-2.0.0.tgz': '' },
    ['.yarnrc', 'archives/', 'package.json', 'yarn.lock'],
  );
  installs('patches', { ...lock, 'patches/ms.patch': '' }, ['package-lock.json', 'package.json', 'patches/']);
  installs(
    'a local package and a script',
    {
      ...lock,
      'package.json': {
        scripts: { postinstall: 'node scripts/setup.js' },
        dependencies: { own: 'file:./own' },
      },
      'own/package.json': '{}',
      'scripts/setup.js': '',
    },
    ['own/', 'package-lock.json', 'package.json', 'scripts/'],
  );
  installs(
    'nothing outside of the project',
    { ...lock, 'package.json': { dependencies: { own: 'file:../own' }, workspaces: ['../*'] } },
    ['package-lock.json', 'package.json'],
  );
});

describe('what of the build runs', () => {
  function runs(name: string, files: Files, expected: string[] | null): void {
    it(name, () => assert.deepEqual(detected(files).details.output, expected));
  }
  const tsc = (start: string, build = 'tsc'): Files => ({
    'package.json': { scripts: { build, start } },
    'tsconfig.json': { compilerOptions: { outDir: './lib/' } },
  });
  runs('no build', base, null);
  runs('the output of the compiler', tsc('node lib/index.js'), ['lib']);
  runs(
    'and what lies beside it',
    { ...tsc('node lib/index.js'), 'views/a.ejs': '', 'public/a.css': '', 'test/a.js': '' },
    ['lib', 'public', 'views'],
  );
  runs('a start outside of it', { ...tsc('node server.js'), 'server.js': '' }, null);
  runs('a flag', tsc('node out/index.js', 'tsc --outDir out'), ['out']);
  runs('esbuild', tsc('node bin/app.js', 'esbuild src/app.ts --bundle --outfile=bin/app.js'), ['bin']);
  runs(
    'a script that calls the compiler',
    {
      'package.json': { scripts: { build: 'npm run compile', compile: 'tsc', start: 'node lib/a.js' } },
      'tsconfig.json': { compilerOptions: { outDir: 'lib' } },
    },
    ['lib'],
  );
  runs(
    'a setting that is inherited',
    {
      'package.json': { scripts: { build: 'tsc', start: 'node lib/a.js' } },
      'tsconfig.json': { extends: './tsconfig.base.json' },
      'tsconfig.base.json': { compilerOptions: { outDir: 'lib' } },
    },
    ['lib'],
  );
  runs('checks only', tsc('node src/index.js', 'tsc --noEmit'), null);
});

describe('a hostile package.json', () => {
  const values: unknown[] = [null, 7, true, '', '\n', 'a"; RUN id\n$(id)', [], [null], {}, { a: null }];
  const keys = [
    'name',
    'version',
    'description',
    'main',
    'bin',
    'type',
    'scripts',
    'engines',
    'volta',
    'packageManager',
    'devEngines',
    'dependencies',
    'devDependencies',
    'optionalDependencies',
    'workspaces',
    'pnpm',
  ];
  for (const key of keys) {
    it(`${key} may be anything`, () => {
      for (const value of values)
        assert.equal(detected({ 'package.json': { [key]: value }, 'index.js': '' }).language.value, 'node');
    });
  }
  it('scripts and lists may hold anything', () => {
    for (const value of values) {
      const manifest = {
        scripts: { start: value, build: value, prepare: value },
        dependencies: { sharp: value },
        workspaces: { packages: value },
        devEngines: { runtime: value, packageManager: value },
        pnpm: { patchedDependencies: value },
      };
      assert.equal(
        detected({
          'package.json': manifest,
          'package-lock.json': { packages: { '': value, 'node_modules/a': value } },
          'tsconfig.json': { include: value, extends: value, compilerOptions: value },
        }).language.value,
        'node',
      );
    }
  });
  it('a manifest that is no object is an error', () => {
    for (const text of ['[]', '7', 'null', '"x"'])
      assert.throws(() => detected({ 'package.json': text }), {
        code: 'broken-manifest',
        message: /^package\.json:1: /,
      });
  });
  it('a manifest that is broken is an error with its line', () => {
    assert.throws(() => detected({ 'package.json': '{\n  "name": "x",\n}' }), {
      code: 'broken-json',
      message: /^package\.json:3:1: /,
    });
  });
});
