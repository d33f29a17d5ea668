import assert from 'node:assert/strict';
import { findApps } from '../../../src/detect/find-apps.js';
import type { NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
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
