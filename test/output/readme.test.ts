import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../src/package-root.js';

describe('README.md and docs/warnings.md', () => {
  it('say what the code and the golden outputs say', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/readme.js', '--check'], {
      cwd: packageRoot(),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});
