import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pending } from '../output/pending.js';
import { builtBin, withCopy } from './built.js';

describe('the bundled bin in a terminal', function () {
  this.timeout(30_000);

  it('asks, shows the tree, and writes after a yes', function () {
    // util-linux's `script` gives a program a terminal; other systems have one with other options.
    const known = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '';
    if (!known.includes('util-linux')) pending(this, 'no script(1) of util-linux');
    return withCopy('go-server', async (_, copy) => {
      const shown = await inTerminal(`"${process.execPath}" "${builtBin}" "${copy}"`, {
        'shell in the running container?': '\r',
        'Write these files?': '\r',
      });
      assert.match(shown, /└─ glibc\?[^]*scratch/);
      assert.match(shown, /\d files written/);
      assert.ok(existsSync(path.join(copy, 'Dockerfile')));
    });
  });
});

/** Runs a command in a terminal and types each answer when its question has been shown. */
function inTerminal(command: string, answers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, NO_COLOR: '1' } });
    const left = Object.entries(answers);
    let shown = '';
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      const [question, answer] = left[0] ?? [];
      if (question === undefined || !shown.includes(question)) return;
      left.shift();
      child.stdin.write(answer);
    });
    child.on('error', reject);
    child.on('close', () => resolve(shown));
  });
}
