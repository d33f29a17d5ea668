import assert from 'node:assert/strict';
import { findApps } from '../../../src/detect/find-apps.js';
import type { NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
import { startedMember } from '../../../src/detect/node/started-member.js';
import { memoryProject } from '../../../src/project/memory-view.js';

type Files = Record<string, object | string>;

const root = {
  'package.json': { private: true, workspaces: ['apps/*', 'packages/*'] },
  'package-lock.json': {},
};
const api = {
  'apps/api/package.json': {
    name: 'api',
    scripts: { start: 'node index.js' },
    dependencies: { express: '5', shared: '*' },
  },
  'apps/api/index.js': '',
};
const web = {
  'apps/web/package.json': { name: 'web', scripts: { build: 'next build' }, dependencies: { next: '16' } },
};
const shared = {
  'packages/shared/package.json': { name: 'shared', main: 'index.js', scripts: { build: 'tsc' } },
  'packages/shared/index.js': '',
};

function project(files: Files) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return memoryProject(Object.fromEntries(texts));
}

describe('packages that pnpm copies when it installs', () => {
  const linked = { 'package.json': {}, 'pnpm-lock.yaml': "lockfileVersion: '9.0'", ...api, ...shared };
  const members = 'packages: ["apps/*", "packages/*"]\n';

  function refuses(name: string, files: Files, source: RegExp | null): void {
    it(name, () => {
      const view = project({ ...linked, 'pnpm-workspace.yaml': members, ...files });
      const read = () => node.detect(view.below('apps/api'), null, { root: view, folder: 'apps/api' });
      if (source === null) assert.doesNotThrow(read);
      else assert.throws(read, { code: 'injected-packages', message: source });
    });
  }
  refuses('are links as a rule', {}, null);
  refuses(
    'by a setting of the workspace',
    { 'pnpm-workspace.yaml': `${members}injectWorkspacePackages: true\n` },
    /^pnpm-workspace\.yaml:2/,
  );
  refuses('by .npmrc', { '.npmrc': 'inject-workspace-packages=true\n' }, /^\.npmrc:1/);
  const asked = { ...api['apps/api/package.json'], dependenciesMeta: { shared: { injected: true } } };
  refuses('by the app', { 'apps/api/package.json': asked }, /^apps\/api\/package\.json:1/);
});

describe('apps of a workspace', () => {
  function has(name: string, files: Files, expected: string[]): void {
    it(name, () =>
      assert.deepEqual(
        findApps(project(files)).map(({ path }) => path),
        expected,
      ),
    );
  }
  has('the deployable members', { ...root, ...api, ...web, ...shared }, ['apps/api', 'apps/web']);
  has('one of them', { ...root, ...api, ...shared }, ['apps/api']);
  has(
    'a root that starts',
    { ...root, ...api, 'package.json': { workspaces: ['apps/*'], scripts: { start: 'node a.js' } } },
    ['.'],
  );
  has(
    'a root that hands the start on',
    { ...root, ...api, 'package.json': { workspaces: ['apps/*'], scripts: { start: 'turbo run start' } } },
    ['apps/api'],
  );
  has('pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': 'packages: ["apps/*"]', ...web }, ['apps/web']);
  has(
    'another language where the members lie',
    { ...root, ...api, 'apps/ml/requirements.txt': 'flask\n', 'tools/requirements.txt': 'black\n' },
    ['apps/api', 'apps/ml'],
  );
  has('no member to take its place', { ...root, ...shared }, ['.']);
  has(
    'Nx, whose root lists the dependencies of all',
    {
      'package.json': { workspaces: ['apps/*'], dependencies: { next: '16' }, devDependencies: { nx: '23' } },
      'nx.json': {},
      ...web,
    },
    ['apps/web'],
  );
  has(
    'Nx, whose root only hands the start on',
    {
      'package.json': {
        workspaces: ['apps/*'],
        scripts: { start: 'nx serve', build: 'nx build' },
        dependencies: { '@angular/core': '20' },
        devDependencies: { nx: '23', '@angular/cli': '20' },
      },
      'nx.json': {},
      ...web,
    },
    ['apps/web'],
  );
});

describe('a member of a workspace', () => {
  const view = project({ ...root, ...api, ...web, ...shared });
  const facts = node.detect(view.below('apps/api'), null, { root: view, folder: 'apps/api' });
  const details = facts.details as NodeDetails;

  it('is installed from the lock file of the root', () =>
    assert.deepEqual(details.installFiles, [
      'apps/api/package.json',
      'apps/web/package.json',
      'package-lock.json',
      'package.json',
      'packages/shared/package.json',
    ]));
  it('needs the members that it names', () =>
    assert.deepEqual(details.workspace?.needs, [{ folder: 'packages/shared', buildScript: 'build' }]));
  it('starts in its own folder', () => assert.deepEqual(details.startWords, ['node', 'index.js']));
});

describe('the member that the root starts', () => {
  function starts(start: string, expected: string | null, more: object = {}): void {
    it(start, () => {
      const scripts = { start, ...more };
      const view = project({
        'package.json': { workspaces: ['apps/*', 'packages/*'], scripts },
        ...api,
        ...web,
      });
      assert.equal(startedMember(view)?.value ?? null, expected);
    });
  }
  const names = Object.values(api).map((file) => (file as { name?: string }).name);
  starts('npm start -w apps/api', 'apps/api');
  starts('npm run start --workspace=./apps/api/', 'apps/api');
  starts('cd apps/api && npm start', 'apps/api');
  starts('yarn --cwd ./apps/api start', 'apps/api');
  if (names[0] !== undefined) starts(`pnpm --filter ${names[0]}... start`, 'apps/api');
  starts('npm run prod', 'apps/web', { prod: 'npm --prefix apps/web run serve' });
  starts('turbo run start', null);
  starts('npm start -w apps/api & npm start -w apps/web', null);
  starts('npm start', null);
});

describe('the folder that the root starts, without a workspace', () => {
  function starts(scripts: object, expected: string | null): void {
    it(JSON.stringify(scripts), () => {
      const folders = { 'server/package.json': {}, 'client/package.json': {} };
      const view = project({ 'package.json': { scripts }, ...folders });
      assert.equal(startedMember(view)?.value ?? null, expected);
    });
  }
  starts({ start: 'npm --prefix server start' }, 'server');
  starts({ start: 'cd server && npm start', build: 'npm --prefix server run build' }, 'server');
  starts({ start: 'cd server && npm start', build: 'cd client && npm run build' }, null);
  starts({ start: 'node server/index.js' }, 'server');
  starts({ start: 'concurrently "npm:x"' }, null);
});

describe('a root with packages of its own below it', () => {
  const details = (scripts: object, files: Files = {}) =>
    node.detect(
      project({ 'package.json': { scripts }, 'server.js': '', 'client/package.json': {}, ...files }),
    ).details as NodeDetails;
  it('a front end that the build makes', () => {
    const found = details({ start: 'node server.js', build: 'cd client && npm ci && npm run build' });
    assert.deepEqual([found.nestedInstalls, found.buildInstalls], [['client'], true]);
  });
  it('nothing names it', () => {
    const found = details({ start: 'node server.js', build: 'tsc --project clients' });
    assert.deepEqual([found.nestedInstalls, found.buildInstalls], [[], false]);
  });
  it('the program itself', () => {
    const found = details(
      { start: 'node client/index.js', build: 'npm --prefix client install' },
      { 'client/index.js': '' },
    );
    assert.deepEqual([found.nestedInstalls, found.buildInstalls], [[], true]);
  });
  it('members that it depends on', () => {
    const view = project({
      'package.json': { workspaces: ['lib'], dependencies: { lib: '*' }, scripts: { start: 'node a.js' } },
      'lib/package.json': { name: 'lib' },
    });
    assert.equal((node.detect(view).details as NodeDetails).needsMembers, true);
  });
  it('a member whose file it starts', () => {
    const view = project({
      'package.json': {
        workspaces: ['lib/*'],
        scripts: { build: 'npm run build -ws', start: 'node lib/api/dist/main.js' },
      },
      'lib/api/package.json': { name: 'api', dependencies: { bcrypt: '5' } },
      'lib/api/tsconfig.json': { compilerOptions: { outDir: 'dist', rootDir: 'src' } },
      'lib/api/src/main.ts': 'app.listen(5001)',
      'lib/web/package.json': { name: 'web', scripts: { postinstall: 'nuxt prepare' } },
    });
    const facts = node.detect(view);
    const found = facts.details as NodeDetails;
    assert.deepEqual([found.needsMembers, found.hasDependencies], [true, true]);
    assert.equal(facts.nativeCode?.value, true);
    assert.equal(facts.port?.source, 'lib/api/src/main.ts:1');
    assert.deepEqual(
      found.lateScripts.map(({ folder, name }) => `${folder} ${name}`),
      ['lib/web postinstall'],
    );
  });
});
