import assert from 'node:assert/strict';
import { findApps } from '../../../src/detect/find-apps.js';
import type { NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
import { nxBuild } from '../../../src/detect/node/nx.js';
import { memoryProject } from '../../../src/project/memory-view.js';

type Files = Record<string, object | string>;

function project(files: Files) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return memoryProject(Object.fromEntries(texts));
}

function target(executor: string, options: object = {}, more: object = {}) {
  return { projectType: 'application', targets: { build: { executor, options, ...more } } };
}

const root = {
  'nx.json': { plugins: ['@nx/webpack/plugin', { plugin: '@nx/vite/plugin' }, '@nx/next/plugin'] },
  'package.json': { dependencies: { express: '5', next: '16' }, devDependencies: { nx: '23' } },
};

describe('what a target of Nx builds', () => {
  function builds(name: string, settings: object, makes: string, output: string, entry: string | null): void {
    it(name, () => {
      const found = nxBuild(project({ ...root, 'apps/x/project.json': settings }), 'apps/x');
      assert.deepEqual([found?.makes, found?.output, found?.entry], [makes, output, entry]);
    });
  }
  builds('webpack', target('@nx/webpack:webpack'), 'program', 'dist/apps/x', 'dist/apps/x/main.js');
  builds(
    'an older name of it, and a folder of its own',
    target('@nrwl/node:webpack', { outputPath: 'out/x' }),
    'program',
    'out/x',
    'out/x/main.js',
  );
  builds(
    'webpack for browsers',
    target('@nx/webpack:webpack', { target: 'web' }),
    'pages',
    'dist/apps/x',
    null,
  );
  builds(
    'esbuild, which names CommonJS',
    target('@nx/esbuild:esbuild', { main: 'apps/x/src/server.ts', format: ['cjs'] }),
    'program',
    'dist/apps/x',
    'dist/apps/x/server.cjs',
  );
  builds(
    'the compiler, which keeps folders',
    target('@nx/js:tsc', { main: 'apps/x/src/main.ts', outputPath: '{workspaceRoot}/dist/{projectRoot}' }),
    'program',
    'dist/apps/x',
    'dist/apps/x/src/main.js',
  );
  builds('Next.js', target('@nx/next:build'), 'next', 'dist/apps/x', null);
  builds('Vite', target('@nx/vite:build', { outputPath: 'dist/x' }), 'pages', 'dist/x', null);
  builds('Angular', target('@angular/build:application'), 'pages', 'dist/apps/x/browser', null);

  function infers(name: string, files: Files, makes: string, output: string, entry: string | null): void {
    it(name, () => {
      const found = nxBuild(project({ ...root, 'apps/x/project.json': { targets: {} }, ...files }), 'apps/x');
      assert.deepEqual([found?.makes, found?.output, found?.entry], [makes, output, entry]);
    });
  }
  infers(
    'webpack by its settings',
    { 'apps/x/webpack.config.js': "path: join(__dirname, '../../dist/apps/x'), target: 'node'" },
    'program',
    'dist/apps/x',
    'dist/apps/x/main.js',
  );
  infers('Vite by its settings', { 'apps/x/vite.config.mts': '' }, 'pages', 'apps/x/dist', null);
  infers('Next.js by its settings', { 'apps/x/next.config.js': '' }, 'next', 'apps/x/.next', null);

  it('settings of a tool whose plug-in is not there say nothing', () => {
    const files = { ...root, 'nx.json': {}, 'apps/x/project.json': {}, 'apps/x/vite.config.ts': '' };
    assert.equal(nxBuild(project(files), 'apps/x'), null);
  });
  it('production is named where nothing makes it the default', () => {
    const settings = target('@nx/vite:build', {}, { configurations: { production: {} } });
    assert.equal(
      nxBuild(project({ ...root, 'apps/x/project.json': settings }), 'apps/x')?.asksProduction,
      true,
    );
  });
});

describe('projects of Nx that share the root', () => {
  const files = {
    ...root,
    'apps/api/project.json': target('@nx/webpack:webpack', { main: 'apps/api/src/main.ts' }),
    'apps/api/src/main.ts': "import express from 'express';\nexpress().listen(3333);\n",
    'apps/web/project.json': target('@nx/vite:build'),
    'apps/web/index.html': '',
    'apps/api-e2e/project.json': target('@nx/vite:build'),
    'libs/shared/project.json': { projectType: 'library', targets: { build: { executor: '@nx/js:tsc' } } },
  };

  it('are apps, but for tests and libraries', () => {
    assert.deepEqual(findApps(project(files)), [
      { path: 'apps/api', language: 'node' },
      { path: 'apps/web', language: 'node' },
    ]);
  });
  it('are built and started at the root', () => {
    const view = project(files);
    const facts = node.detect(view.below('apps/api'), null, { root: view, folder: 'apps/api' });
    const details = facts.details as NodeDetails;
    assert.deepEqual(details.buildTool, ['nx', 'build', 'api']);
    assert.deepEqual(details.startWords, ['node', 'dist/apps/api/main.js']);
    assert.deepEqual(details.output, ['dist/apps/api']);
    assert.equal(details.builtAtRoot, true);
    assert.equal(facts.framework?.value, 'express');
    assert.deepEqual(facts.port, { value: 3333, source: 'apps/api/src/main.ts:2' });
  });
  it('make pages', () => {
    const view = project(files);
    const facts = node.detect(view.below('apps/web'), null, { root: view, folder: 'apps/web' });
    assert.equal((facts.details as NodeDetails).staticSite?.value, 'dist/apps/web');
  });
  it('are refused where nobody can tell what their build makes', () => {
    const view = project({ ...root, 'apps/x/project.json': target('@acme/tool:make') });
    assert.throws(() => node.detect(view.below('apps/x'), null, { root: view, folder: 'apps/x' }), {
      code: 'nx-target-unknown',
      message: /^apps\/x\/project\.json:1: this is a project of Nx, and it is built by @acme\/tool:make/,
    });
  });
});
