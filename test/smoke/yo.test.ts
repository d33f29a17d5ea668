import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { filesBelow } from '../golden-tests/files-below.js';
import { builtBin, runNode, withCopy, type Ended } from './built.js';

const yo = path.join(packageRoot(), 'node_modules/yo/lib/cli.js');

describe('the real yo', function () {
  this.timeout(60_000);

  it('writes the same bytes as the bin', () =>
    withCopy('node-npm', async (folder, project) => {
      assert.equal((await runNode(folder, [builtBin, project, '--yes'])).status, 0);
      const byBin = filesBelow(project);
      const { status, stdout, stderr } = await runYo(folder, project, ['--yes', '--force']);
      assert.equal(status, 0, stdout + stderr);
      assert.deepEqual(filesBelow(project), byBin);
    }));

  it('writes into a folder that has nothing yet', () =>
    withCopy('go-server', async (folder, project) => {
      const { status, stdout, stderr } = await runYo(folder, project, ['--yes', '--base', 'alpine']);
      assert.equal(status, 0, stdout + stderr);
      const byYo = filesBelow(project);
      assert.ok('Dockerfile' in byYo);
      assert.equal((await runNode(folder, [builtBin, project, '--yes', '--base', 'alpine'])).status, 0);
      assert.deepEqual(filesBelow(project), byYo);
    }));

  it('writes nothing over a file that differs: exit 3', () =>
    withCopy('node-npm', async (folder, project) => {
      writeFileSync(path.join(project, 'Dockerfile'), '# mine\n');
      const before = filesBelow(project);
      const { status, stdout, stderr } = await runYo(folder, project, ['--yes']);
      assert.equal(status, 3, stdout + stderr);
      assert.match(stdout + stderr, /would overwrite Dockerfile/);
      assert.deepEqual(filesBelow(project), before);
    }));

  it('names a bad flag: exit 2', () =>
    withCopy('node-npm', async (folder, project) => {
      const { status, stdout, stderr } = await runYo(folder, project, ['--yes', '--base', 'alpin']);
      assert.equal(status, 2, stdout + stderr);
      assert.match(stdout + stderr, /did you mean alpine\?/);
      assert.doesNotMatch(stdout + stderr, /\n {4}at /);
    }));
});

/** yo with a home of its own, and our package where it looks for generators. */
function runYo(folder: string, project: string, args: readonly string[]): Promise<Ended> {
  const home = path.join(folder, 'home');
  install(path.join(folder, 'node_modules/generator-baseimage'));
  mkdirSync(home, { recursive: true });
  const env = { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: home, NO_UPDATE_NOTIFIER: '1', CI: '1' };
  return runNode(project, [yo, 'baseimage', ...args], { env, ...unprivileged(folder) });
}

/** The package as it is shipped, with the dependencies of the one under test. */
function install(place: string): void {
  const manifest = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  const { files } = JSON.parse(manifest) as { files: string[] };
  for (const file of ['package.json', ...files])
    cpSync(path.join(packageRoot(), file), path.join(place, file), { recursive: true });
  symlinkSync(path.join(packageRoot(), 'node_modules'), path.join(place, 'node_modules'), 'junction');
}

/** yo gives up root's rights by itself, and could then read nothing of what root has made. */
function unprivileged(folder: string): { uid?: number } {
  if (process.getuid?.() !== 0) return {};
  const nobody = 65534;
  execFileSync('chown', ['-R', String(nobody), folder]);
  return { uid: nobody };
}
