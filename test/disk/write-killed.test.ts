import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { writeFiles } from '../../src/write/write.js';
import { temporaryProject } from './temporary-project.js';

const paths = [
  'Dockerfile',
  '.dockerignore',
  '.github/workflows/container.yml',
  '.github/workflows/other.yml',
];
const versions = ['even\n', 'odd\n'].map((line) => line.repeat(20_000));

describe('writeFiles, killed', () => {
  const project = temporaryProject();
  after(() => project.remove());

  it('leaves each file old or new, and the next run tidies up', async () => {
    const isOurs = (entry: string) => entry.endsWith('/') || paths.includes(entry);
    let leftovers = 0;
    for (let round = 0; round < 30; round++) {
      await killedAfter(round % 10 === 0 ? 0 : Math.random() * 40, project.root);
      for (const relative of paths.filter((relative) => existsSync(project.at(relative)))) {
        assert.ok(versions.includes(project.text(relative)), `${relative} is half written`);
      }
      leftovers += project.entries().filter((entry) => !isOurs(entry)).length;
    }
    assert.ok(leftovers > 0, 'no run was killed while it wrote: the test has proved nothing');
    writeFiles(
      project.root,
      reconcile(
        project.root,
        paths.map((relative) => ({ path: relative, text: 'x\n' })),
      ),
    );
    assert.deepEqual(
      project.entries().filter((entry) => !isOurs(entry)),
      [],
    );
  }).timeout(60_000);
});

async function killedAfter(milliseconds: number, root: string): Promise<void> {
  const loop = path.join(import.meta.dirname, 'write-loop.js');
  const child = spawn(process.execPath, [loop, root, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await wait(milliseconds);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  const [status, signal] = await ended;
  assert.ok(signal === 'SIGKILL' || process.platform === 'win32', `the loop ended by itself: ${status}`);
}
