import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/package-root.js';
import { filesBelow } from '../golden-tests/files-below.js';
import { goldenFolder } from '../golden-tests/generate.js';
import { pending } from '../output/pending.js';
import { runNode, withCopy } from './built.js';
import { npm } from './npm.js';

describe('the packed package', function () {
  this.timeout(120_000);

  it('holds what runs, and neither sources nor tests', async () =>
    withCopy('node-npm', async (folder) => {
      const files = await packInto(folder);
      for (const needed of [
        'dist/bin/baseimage.cjs',
        'dist/generators/app/index.js',
        'dist/src/index.d.ts',
        'schema/plan.schema.json',
        'templates/Dockerfile.ejs',
        'catalogue/bases/scratch.json',
        'LICENSE',
        'README.md',
        'package.json',
      ])
        assert.ok(files.includes(needed), `no ${needed}`);
      const unwanted = files.filter((file) => /(?<!\.d)\.ts$|\.map$|(?:^|\/)test\/|\.test\./.test(file));
      assert.deepEqual(unwanted, []);
    }));

  it('runs where it is installed, through both of its names, and is importable', async function () {
    await withCopy('node-npm', async (folder, project) => {
      const [tarball] = await packInto(folder).then(() =>
        readdirSync(folder).filter((file) => file.endsWith('.tgz')),
      );
      const home = path.join(folder, 'home');
      mkdirSync(home);
      writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
      const install = [
        'install',
        '--omit=dev',
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
        path.join(folder, tarball ?? ''),
      ];
      const installed = await runNode(home, [npm, ...install]);
      if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(installed.stderr))
        pending(this, 'npm reaches no registry');
      assert.equal(installed.status, 0, installed.stderr);

      const { status, stderr } = await runNode(home, [
        npm,
        'exec',
        '--no',
        '--',
        'baseimage',
        project,
        '--yes',
      ]);
      assert.equal(status, 0, stderr);
      assert.ok(readdirSync(path.join(home, 'node_modules/.bin')).includes('generator-baseimage'));
      const written = filesBelow(project);
      for (const [file, text] of Object.entries(filesBelow(path.join(goldenFolder, 'expected/node-npm'))))
        assert.equal(written[file], text, file);

      const generator = pathToFileURL(
        path.join(home, 'node_modules/generator-baseimage/dist/generators/app/index.js'),
      );
      const script = `const { default: Generator } = await import(${JSON.stringify(generator.href)}); console.log(Generator.name);`;
      assert.match((await runNode(home, ['--input-type=module', '--eval', script])).stdout, /Generator/);
    });
  });
});

/** Packs without scripts (they would build, below our feet) and returns what is in the package. */
async function packInto(folder: string): Promise<string[]> {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { status, stdout, stderr } = await runNode(packageRoot(), [npm, ...pack]);
  assert.equal(status, 0, stderr);
  const told = JSON.parse(stdout) as Packed[] | Record<string, Packed>;
  return Object.values(told).flatMap(({ files }) => files.map((file) => file.path));
}

interface Packed {
  readonly files: readonly { readonly path: string }[];
}
