import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
import { openProject } from '../../../src/project/folder-view.js';
import { memoryProject } from '../../../src/project/memory-view.js';
import { detected } from './detected.js';

describe('Prisma', () => {
  const schema = { 'prisma/schema.prisma': '' };
  const needs = (version: string) => ({
    'package.json': { dependencies: { '@prisma/client': version }, devDependencies: { prisma: version } },
  });
  it('has engines of machine code before 7', () =>
    assert.equal(detected({ ...needs('^6.1.0'), ...schema }).details.prisma?.engines.value, true));
  it('has none from 7 on', () =>
    assert.equal(detected({ ...needs('^7.0.0'), ...schema }).details.prisma?.engines.value, false));
  const generator = (output: string) =>
    `generator client {\n  provider = "prisma-client"\n  output   = "${output}"\n}\n`;
  it('writes its client among the sources', () => {
    const files = { ...needs('^7.0.0'), 'prisma/schema.prisma': generator('../generated/prisma') };
    assert.deepEqual(detected(files).details.prisma?.output, ['generated/prisma']);
  });
  it('writes its client among the packages', () => {
    const files = { ...needs('^6.0.0'), 'prisma/schema.prisma': generator('../node_modules/.prisma/client') };
    assert.deepEqual(detected(files).details.prisma?.output, []);
  });
  it('has a schema of several files', () => {
    const folder = {
      'prisma/schema/main.prisma': generator('../../client'),
      'prisma/schema/user.prisma': '',
    };
    assert.deepEqual(detected({ ...needs('^7.0.0'), ...folder }).details.prisma?.output, ['client']);
  });
  it('asks for a variable while it generates', () => {
    const config =
      "import { defineConfig, env } from 'prisma/config';\nexport default defineConfig({ datasource: { url: env('DATABASE_URL') } });";
    const files = { ...needs('^7.0.0'), ...schema, 'prisma.config.ts': config };
    assert.deepEqual(detected(files).details.prisma?.variables, ['DATABASE_URL']);
  });
  it('looks at the compiler’s settings', () => {
    const files = { ...needs('^7.0.0'), ...schema, 'tsconfig.json': '{}' };
    assert.deepEqual(detected(files).details.installFiles, ['package.json', 'prisma/', 'tsconfig.json']);
  });
  it('generates nothing without a schema', () =>
    assert.equal(detected(needs('^7.0.0')).details.prisma, null));
});

describe('Prisma in a workspace', () => {
  const root = { 'package.json': '{"workspaces": ["apps/*", "packages/*"]}', 'package-lock.json': '{}' };
  const api = {
    'apps/api/package.json':
      '{"name": "api", "dependencies": {"db": "*"}, "scripts": {"start": "node a.js"}}',
    'apps/api/a.js': '',
  };
  const manifest = {
    name: 'db',
    dependencies: { '@prisma/client': '^7.0.0' },
    devDependencies: { prisma: '^7.0.0' },
  };
  const db = {
    'packages/db/package.json': JSON.stringify(manifest),
    'packages/db/prisma/schema.prisma': 'generator client {\n  provider = "prisma-client-js"\n}\n',
  };

  function details(files: Record<string, string>): NodeDetails {
    const view = memoryProject(files);
    return node.detect(view.below('apps/api'), null, { root: view, folder: 'apps/api' })
      .details as NodeDetails;
  }
  function generates(name: string, files: Record<string, string>, place: string | undefined): void {
    it(name, () => {
      const { prisma } = details({ ...root, ...api, ...db, ...files });
      assert.equal(prisma?.place, place);
      if (prisma) assert.deepEqual([prisma.folder, prisma.schema], ['packages/db', 'prisma/schema.prisma']);
    });
  }
  const pnpm = {
    'package.json': '{}',
    'pnpm-workspace.yaml': 'packages: ["apps/*", "packages/*"]',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'",
  };
  generates('below the packages', {}, 'packages');
  generates('where only pnpm can name the folder', pnpm, 'linked');
  generates('where pnpm lays packages out flat', { ...pnpm, '.npmrc': 'node-linker=hoisted\n' }, 'packages');
  generates(
    'among the sources',
    {
      'packages/db/prisma/schema.prisma':
        'generator client {\n  provider = "prisma-client"\n  output = "../src/generated"\n}\n',
    },
    'sources',
  );
  it('is looked for in a member on disk that has no settings of Prisma', () => {
    const folder = mkdtempSync(join(tmpdir(), 'prisma-'));
    try {
      for (const [path, text] of Object.entries({ ...root, ...api, ...db })) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const view = openProject(folder);
      const place = { root: view, folder: 'apps/api' };
      const { prisma } = node.detect(view.below('apps/api'), null, place).details as NodeDetails;
      assert.equal(prisma?.folder, 'packages/db');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  generates('nothing without its program', { 'packages/db/package.json': '{"name": "db"}' }, undefined);

  it('copies the schema before the install, and the settings with a value for what they demand', () => {
    const config = "import { env } from 'prisma/config';\nexport default { url: env('DATABASE_URL') };\n";
    const found = details({ ...root, ...api, ...db, 'packages/db/prisma.config.ts': config });
    assert.deepEqual(
      found.installFiles.filter((path) => path.includes('prisma')),
      ['packages/db/prisma.config.ts', 'packages/db/prisma/'],
    );
    assert.deepEqual(found.prisma?.variables, ['DATABASE_URL']);
  });
});

describe('a browser', () => {
  const needs = (name: string) => ({ 'package.json': { dependencies: { [name]: '24' } } });
  it('is the distribution’s where Puppeteer drives it', () => {
    const { details } = detected(needs('puppeteer'));
    assert.equal(details.browser?.value, 'puppeteer');
    assert.equal(details.startEnvironment['PUPPETEER_EXECUTABLE_PATH'], '/usr/bin/chromium');
  });
  it('is the app’s own matter with puppeteer-core', () =>
    assert.equal(detected(needs('puppeteer-core')).details.browser, null));
});
