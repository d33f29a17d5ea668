import assert from 'node:assert/strict';
import { detected, shown, type Files } from './detected.js';

const manifest = (dependencies: object, more: object = {}) => ({
  'package.json': { scripts: { start: 'node index.js' }, dependencies, ...more },
  'index.js': '',
});
const npmLock = (packages: object) => ({
  'package-lock.json': { lockfileVersion: 3, packages: { '': {}, ...packages } },
});

function warns(name: string, files: Files, code: string, expected: string | null): void {
  it(name, () => {
    const { warnings } = detected(files);
    const found = warnings.find((warning) => warning.code === code);
    if (expected === null) assert.equal(found, undefined);
    else assert.match(`${found?.message} @ ${found?.source}`, new RegExp(expected));
  });
}

describe('a lock file that does not fit', () => {
  const ms = { ms: '^2.1.0' };
  const fits = (name: string, files: Files) => warns(name, { ...manifest(ms), ...files }, 'BI170', null);
  const lacks = (name: string, files: Files, what = 'ms@^2.1.0') =>
    warns(name, { ...manifest(ms), ...files }, 'BI170', `lacks ${what.replaceAll('^', '\\^')}.* @ `);
  const pnpm = (range: string) =>
    `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      ms:\n        specifier: ${range}\n        version: 2.1.3\n\npackages:\n`;
  const bun = (range: string) =>
    `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "dependencies": {\n        "ms": "${range}",\n      },\n    },\n  },\n  "packages": {\n  }\n}\n`;

  fits('npm', npmLock({ 'node_modules/ms': { version: '2.1.3' } }));
  lacks('npm: missing', npmLock({}));
  lacks('npm: another version', npmLock({ 'node_modules/ms': { version: '2.0.0' } }));
  const swc = { version: '1.0.0', optionalDependencies: { '@swc/linux': '1.0.0' } };
  fits('npm: a package for another platform', {
    ...npmLock({
      'node_modules/ms': { version: '2.1.3' },
      'node_modules/swc': swc,
      'node_modules/@swc/linux': {},
    }),
  });
  fits('npm: what a package bundles', {
    ...npmLock({ 'node_modules/ms': { version: '2.1.3' }, 'node_modules/swc': { ...swc, inBundle: true } }),
  });
  lacks(
    'npm: packages for other platforms',
    npmLock({ 'node_modules/ms': { version: '2.1.3' }, 'node_modules/swc': swc }),
    '@swc/linux, which swc asks for',
  );
  lacks(
    'npm: a dependency of what is for another platform',
    npmLock({
      'node_modules/ms': { version: '2.1.3' },
      'node_modules/swc': { version: '1.0.0', optional: true, dependencies: { '@emnapi/core': '1' } },
    }),
    '@emnapi/core, which swc asks for',
  );
  fits('npm 6', { 'package-lock.json': { lockfileVersion: 1, dependencies: { ms: { version: '2.1.3' } } } });
  lacks('npm 6: missing', { 'package-lock.json': { lockfileVersion: 1, dependencies: {} } });
  fits('pnpm', { 'pnpm-lock.yaml': pnpm('^2.1.0') });
  fits('pnpm: quoted', { 'pnpm-lock.yaml': pnpm("'^2.1.0'") });
  lacks('pnpm: another range', { 'pnpm-lock.yaml': pnpm('^2.0.0') });
  fits('pnpm 7', { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\n\nspecifiers:\n  ms: ^2.1.0\n\npackages:\n' });
  lacks('pnpm 7: missing', {
    'pnpm-lock.yaml': 'lockfileVersion: 5.4\n\nspecifiers:\n  got: ^2.1.0\n\npackages:\n',
  });
  fits('Yarn 1', {
    'yarn.lock': '# yarn lockfile v1\n\n\nms@2.1.3, "ms@^2.1.0":\n  version "2.1.3"\n',
  });
  lacks('Yarn 1: another range', { 'yarn.lock': '# yarn lockfile v1\n\n\nms@^2.0.0:\n  version "2.1.3"\n' });
  fits('Yarn 4', {
    'yarn.lock': '__metadata:\n  version: 8\n\n"ms@npm:2, ms@npm:^2.1.0":\n  version: 2.1.3\n',
  });
  lacks('Yarn 4: missing', { 'yarn.lock': '__metadata:\n  version: 8\n\n"got@npm:2":\n  version: 2.1.3\n' });
  fits('Bun', { 'bun.lock': bun('^2.1.0') });
  lacks('Bun: another range', { 'bun.lock': bun('^2.0.0') });
  lacks(
    'a member',
    {
      ...npmLock({ 'node_modules/ms': { version: '2.1.3' } }),
      ...manifest(ms, { workspaces: ['lib'] }),
      'lib/package.json': { name: 'lib', dependencies: { got: '^11.0.0' } },
    },
    'got@^11.0.0',
  );
  fits('another member is in no registry', {
    ...npmLock({ 'node_modules/ms': { version: '2.1.3' } }),
    ...manifest({ lib: '*', ...ms }, { workspaces: ['lib'] }),
    'lib/package.json': { name: 'lib' },
  });
  fits('an override with a scope replaces it', {
    ...manifest({ '@types/ms': '^2.1.0' }, { resolutions: { '@types/ms': '2.0.0' } }),
    'yarn.lock': '__metadata:\n  version: 8\n\n"@types/ms@npm:2.0.0":\n  version: 2.0.0\n',
  });
  fits('an override replaces it', {
    ...npmLock({ 'node_modules/ms': { version: '1.0.0' } }),
    ...manifest(ms, { overrides: { ms: '1.0.0' } }),
  });
  fits('no plain range', { ...npmLock({}), ...manifest({ ms: 'github:vercel/ms' }) });
});

describe('peers that contradict the lock file', () => {
  const react = (version: string) => ({ 'node_modules/react': { version } });
  const table = {
    'node_modules/table': { version: '1.0.0', peerDependencies: { react: '^17.0.0' } },
  };
  const both = manifest({ react: '^19.0.0', table: '^1.0.0' });
  const conflict = 'table wants react@\\^17.0.0.* @ package-lock.json:';
  warns('none', { ...both, ...npmLock({ ...react('17.0.2'), ...table }) }, 'BI171', null);
  warns(
    'another version',
    {
      ...manifest({ react: '^19.0.0', table: '^1.0.0' }),
      ...npmLock({ ...react('19.0.0'), ...table }),
    },
    'BI171',
    conflict,
  );
  warns('missing', { ...manifest({ table: '1' }), ...npmLock(table) }, 'BI171', conflict);
  warns(
    'missing, but optional',
    {
      ...manifest({ table: '1' }),
      ...npmLock({
        'node_modules/table': {
          ...table['node_modules/table'],
          peerDependenciesMeta: { react: { optional: true } },
        },
      }),
    },
    'BI171',
    null,
  );
  warns(
    'npm forgives another version deeper in the tree',
    { ...manifest({ react: '^19.0.0' }), ...npmLock({ ...react('19.0.0'), ...table }) },
    'BI171',
    null,
  );
  warns(
    'the settings say so',
    { ...both, ...npmLock({ ...react('19.0.0'), ...table }), '.npmrc': 'legacy-peer-deps=true\n' },
    'BI171',
    null,
  );
});

describe('what an install needs', () => {
  const read = (files: Files) => detected({ ...manifest({ ms: '2' }), ...files }).details;
  it('tokens of registries', () => {
    const { installVariables } = read({
      '.npmrc': '# ${NOT_THIS}\n//npm.acme.example/:_authToken=${ACME_TOKEN}\ncache=${HOME}/x\n',
      '.yarnrc.yml': 'npmAuthToken: "${YARN_TOKEN:-}"\nnpmAlwaysAuth: ${ACME_TOKEN}\n',
    });
    assert.deepEqual(installVariables.map(shown), ['ACME_TOKEN @ .npmrc:2', 'YARN_TOKEN @ .yarnrc.yml:1']);
  });
  const git: readonly [range: string, expected: boolean][] = [
    ['^1.0.0', false],
    ['latest', false],
    ['file:../x', false],
    ['npm:left-pad@1', false],
    ['git+https://git.acme.example/x.git#v1', true],
    ['git@github.com:acme/x.git', true],
    ['github:acme/x', true],
    ['acme/x#semver:^2', true],
    ['https://git.acme.example/x.git', true],
    ['https://acme.example/x-1.0.0.tgz', false],
  ];
  for (const [range, expected] of git)
    it(`git: ${range}`, () => {
      const { gitDependency } = read(manifest({ x: range }));
      assert.equal(shown(gitDependency), expected ? 'true @ package.json:6' : null);
    });
  it('git, by the lock file', () => {
    const { gitDependency } = read(
      npmLock({ 'node_modules/x': { resolved: 'git+ssh://git@github.com/acme/x.git' } }),
    );
    assert.equal(shown(gitDependency), 'true @ package-lock.json:6');
  });
  it('git, where a package of the registry has that name', () => {
    const lock = "lockfileVersion: '9.0'\npackages:\n  '@npmcli/git@6.0.3':\n    engines: {node: '20'}\n";
    const files = { 'package.json': '{"name": "x"}', 'pnpm-lock.yaml': lock };
    assert.equal(read(files).gitDependency, null);
  });
});

describe('an install that asks for its Node.js', () => {
  const engines = { engines: { node: '18.x' } };
  const strict = (name: string, files: Files, expected: string[]) =>
    it(name, () => {
      const { strictEngines } = detected({ ...manifest({ ms: '2' }, engines), ...files }).details;
      assert.deepEqual(strictEngines, expected);
    });
  strict('npm warns', {}, []);
  strict('npm, told to be strict', { '.npmrc': 'engine-strict = true\n' }, ['18.x']);
  strict('Yarn 1', { 'yarn.lock': '# yarn lockfile v1\n' }, ['18.x']);
  strict('pnpm, told to be strict', { 'pnpm-lock.yaml': '', 'pnpm-workspace.yaml': 'engineStrict: true\n' }, [
    '18.x',
  ]);
  it('npm, by devEngines', () => {
    const runtime = { name: 'node', version: '20.x' };
    const of = (more: object) =>
      detected(manifest({}, { devEngines: { runtime: { ...runtime, ...more } } })).details.developmentRuntime;
    assert.deepEqual([of({}), of({ onFail: 'warn' })], ['20.x', null]);
  });
});

describe('programs and libraries that packages call', () => {
  const needs = (name: string, dependencies: object, expected: string[]) =>
    it(name, () =>
      assert.deepEqual(detected(manifest(dependencies)).details.systemPackages.map(shown), expected),
    );
  needs('none', { express: '4' }, []);
  const compiles = (release: string, expected: string[]) =>
    it(`what node-gyp ${release} asks of Python`, () => {
      const lock = {
        'node_modules/sqlite3': { version: '5.1.7', hasInstallScript: true, dependencies: {} },
        'node_modules/node-gyp': { version: release },
      };
      const { systemPackages } = detected({ ...manifest({ sqlite3: '5.1.7' }), ...npmLock(lock) }).details;
      assert.deepEqual(
        systemPackages.map(({ value }) => value),
        expected,
      );
    });
  compiles('8.4.1', ['setuptools']);
  compiles('10.2.0', []);
  needs('ffmpeg', { 'fluent-ffmpeg': '2' }, ['ffmpeg @ package.json:6']);
  needs('ffmpeg that a package brings', { 'fluent-ffmpeg': '2', 'ffmpeg-static': '5' }, []);
  needs('a library to compile against', { 'pg-native': '3' }, ['libpq @ package.json:6']);
});
