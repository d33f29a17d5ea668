import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

const vite: Files = {
  'package-lock.json': '{}',
  'package.json': { scripts: { build: 'vite build' }, devDependencies: { vite: '7' } },
  'index.html': '',
};

describe('what a build reads from its environment', () => {
  it('a file of what browsers may see is part of the build context', () => {
    const { details, warnings } = detected({
      ...vite,
      '.env.production': '# the API\nVITE_API=https://api.test\nNODE_ENV=production\n',
    });
    assert.deepEqual(details.documents, ['.env.production']);
    assert.deepEqual(warnings, []);
  });
  it('settings of the build tool alone may stand beside', () => {
    const { details, warnings } = detected({
      ...vite,
      '.env': 'VITE_API=/api\nNEXT_TELEMETRY_DISABLED=1\nPORT=3000\n',
    });
    assert.deepEqual([details.documents, warnings], [['.env'], []]);
  });
  const hashes = (name: string, files: Files, expected: string[]) =>
    it(`${name}: ${expected.length === 0 ? 'nothing' : 'hashes of before OpenSSL 3'}`, () => {
      const { details } = detected({ ...files, 'index.html': '' });
      const named = details.buildEnvironment.filter(({ name: variable }) => variable === 'NODE_OPTIONS');
      assert.deepEqual(
        named.map(({ value }) => value),
        expected,
      );
    });
  const mode = (name: string, build: string, files: Files, expected: string | undefined) =>
    it(`${name}: ${expected ?? 'nothing'}`, () => {
      const { details } = detected({
        'package-lock.json': '{}',
        'package.json': { scripts: { build, start: 'node server.js' } },
        'server.js': '',
        ...files,
      });
      assert.equal(details.buildMode?.source, expected);
    });
  const asks = "\nconst isProd = process.env.NODE_ENV === 'production';";
  mode('webpack asks what it builds for', 'webpack', { 'webpack.config.js': asks }, 'webpack.config.js:2');
  mode(
    'a bundling script too',
    'node scripts/build.mjs',
    { 'scripts/build.mjs': asks },
    'scripts/build.mjs:2',
  );
  mode('the script says it', 'NODE_ENV=production webpack', { 'webpack.config.js': asks }, undefined);
  mode('nothing asks', 'webpack', { 'webpack.config.js': '' }, undefined);
  mode(
    'an install of its own comes first',
    'cd web && npm ci && npm run build',
    { 'web/package.json': '{}', 'gulpfile.js': asks },
    undefined,
  );
  const legacy = ['--openssl-legacy-provider'];
  const bundled = (lock: Files): Files => ({
    'package.json': {
      scripts: { build: 'webpack', start: 'node server.js' },
      devDependencies: { webpack: '*' },
    },
    'server.js': '',
    ...lock,
  });
  const npm = (version: string) => ({
    'package-lock.json': { packages: { '': {}, 'node_modules/webpack': { version } } },
  });
  hashes('webpack 4, npm', bundled(npm('4.46.0')), legacy);
  hashes('webpack 4, Yarn', bundled({ 'yarn.lock': 'webpack@^4.0.0:\n  version "4.44.2"\n' }), legacy);
  hashes('webpack 4, pnpm', bundled({ 'pnpm-lock.yaml': 'packages:\n\n  webpack@4.46.0:\n' }), legacy);
  hashes('the last webpack 4', bundled(npm('4.47.0')), []);
  hashes('webpack 5', bundled(npm('5.90.0')), []);
  hashes(
    'Create React App 4 without a lock file',
    {
      'package.json': {
        scripts: { build: 'react-scripts build' },
        dependencies: { 'react-scripts': '^4.0.3' },
      },
    },
    legacy,
  );
  hashes(
    'a front end in a folder',
    {
      'package.json': {
        scripts: {
          start: 'node server.js',
          'heroku-postbuild': 'npm i --prefix web && npm run build --prefix web',
        },
      },
      'package-lock.json': '{}',
      'server.js': '',
      'web/package.json': {
        dependencies: { 'react-scripts': '3.4.1' },
        scripts: { build: 'react-scripts build' },
      },
    },
    legacy,
  );
  const offline = (build: string, more: Record<string, string> = {}, files: Files = {}) => {
    const { details, warnings } = detected({
      'package-lock.json': '{}',
      'package.json': { scripts: { build, ...more }, dependencies: { next: '15' } },
      ...files,
    });
    return [details.offlineBuild, warnings.filter(({ code }) => code === 'BI144').length];
  };
  for (const [build, left] of [
    ['prisma generate && prisma migrate deploy && next build', 'prisma generate && next build'],
    ['tsx lib/db/migrate && next build', 'next build'],
    ['run-s db:migrate build:next', 'npm run build:next'],
    ['npm run db:migrate && next build', 'next build'],
    ['next build', null],
    ['next build; npm run db:migrate', null],
    ['npm run db:migrate', null],
  ] as const)
    it(`a build without a database: ${build}`, () =>
      assert.deepEqual(offline(build, { 'db:migrate': 'drizzle-kit migrate', 'build:next': 'next build' }), [
        left,
        left === null ? 0 : 1,
      ]));
  it('a build in another project', () => {
    const { details, warnings } = detected({
      'package-lock.json': '{}',
      'package.json': {
        scripts: { 'build:ui': 'rm -rf build && cd ../web && npm run build', start: 'node index.js' },
      },
      'index.js': '',
    });
    assert.equal(details.buildScript, null);
    assert.match(warnings[0]?.message ?? '', /build:ui works in a folder outside of the project/);
  });
  it('a build in a folder of the project', () => {
    const { details } = detected({
      'package-lock.json': '{}',
      'package.json': { scripts: { build: 'cd web && npm run build && cd ..', start: 'node index.js' } },
      'index.js': '',
    });
    assert.equal(details.buildScript?.value, 'build');
  });
  const hooks = (scripts: Record<string, string>) => {
    const { details, warnings } = detected({
      'package-lock.json': '{}',
      'package.json': { scripts: { build: 'next build', ...scripts }, dependencies: { next: '15' } },
    });
    const told = warnings.filter(({ code }) => code === 'BI144').length;
    return [(details.offlineHooks ?? []).map(({ name, line }) => `${name}: ${line}`), told];
  };
  it('a step before the build that changes a database', () =>
    assert.deepEqual(hooks({ prebuild: 'prisma generate && prisma migrate deploy' }), [
      ['prebuild: prisma generate'],
      1,
    ]));
  it('nothing else before and after the build', () =>
    assert.deepEqual(
      hooks({ prebuild: 'npm run x', x: 'prisma migrate deploy', postbuild: 'prisma db seed' }),
      [['prebuild: true', 'postbuild: true'], 2],
    ));
  it('steps that change no database', () => assert.deepEqual(hooks({ prebuild: 'rimraf dist' }), [[], 0]));
  it('a database that is a file is made', () =>
    assert.deepEqual(
      offline(
        'prisma db push && next build',
        {},
        {
          'prisma/schema.prisma': 'datasource db {\n  provider = "sqlite"\n}\n',
        },
      ),
      [null, 0],
    ));
  it('a file that sets more stays out, and that is told', () => {
    const { details, warnings } = detected({ ...vite, '.env': 'VITE_API=/api\nDATABASE_URL=postgres://x\n' });
    assert.deepEqual(details.documents, []);
    assert.match(warnings[0]?.message ?? '', /^\.env sets VITE_API for the build/);
  });
  it('a file of the server alone says nothing', () => {
    const { details, warnings } = detected({ ...vite, '.env': 'DATABASE_URL=postgres://x\n' });
    assert.deepEqual([details.documents, warnings], [[], []]);
  });
  it('the check of settings waits for the start', () => {
    const { details } = detected({
      'package-lock.json': '{}',
      'package.json': {
        scripts: { build: 'next build' },
        dependencies: { next: '15', '@t3-oss/env-nextjs': '0.12' },
      },
      'src/env.js': 'createEnv({ skipValidation: !!process.env.SKIP_ENV_VALIDATION })',
    });
    assert.deepEqual(
      details.buildEnvironment.map(({ name, value }) => `${name}=${value}`),
      ['NEXT_TELEMETRY_DISABLED=1', 'SKIP_ENV_VALIDATION=1'],
    );
  });
});

describe('packages of front ends in folders', () => {
  function nested(name: string, scripts: object, expected: string[]): void {
    it(name, () => {
      const files = {
        'package.json': { scripts },
        'server.js': '',
        'api/index.js': '',
        'api/package.json': '{}',
        'client/package.json': '{}',
      };
      assert.deepEqual(detected(files).details.nestedInstalls, expected);
    });
  }
  const build = 'cd client && npm install && npm run build';
  nested('that the build installs', { start: 'node server.js', 'heroku-postbuild': build }, ['client']);
  nested(
    'by an option',
    { start: 'node server.js', build: 'npm ci --prefix ./client && npm run build --prefix client' },
    ['client'],
  );
  nested(
    'where the program itself lies',
    { start: 'node api/index.js', build: `cd api && npm ci && cd .. && ${build}` },
    ['client'],
  );
  nested('that is not there', { start: 'node server.js', build: 'cd web && npm ci' }, []);
  nested('without a build', { start: 'node server.js', client: 'npm start --prefix client' }, []);
});
