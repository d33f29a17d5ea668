import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { expressFiles, inProject, textsBelow } from './express-project.js';

/** Runs the bin's main with nobody to ask: its exit status and what it told. */
async function run(cwd: string, ...argv: string[]): Promise<{ status: number; told: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await main([...argv, '--yes'], { stdin, stdout, stderr, env: {}, cwd });
  return { status, told: String(stderr.read() ?? '') };
}

describe('compose.yaml and CONTAINER.md', () => {
  for (const flags of [
    [],
    ['--no-shell'],
    ['--base', 'alpine', '--health', '/'],
    ['--rhel', '--port', '81'],
  ]) {
    it(`are the same at a second run, with stored answers: ${flags.join(' ')}`, () =>
      inProject(async (root) => {
        assert.equal((await run(root, '--compose', '--docs', ...flags)).status, 0);
        const files = textsBelow(root);
        assert.ok('compose.yaml' in files && 'CONTAINER.md' in files);
        assert.match((await run(root)).told, /nothing was written/);
        assert.deepEqual(textsBelow(root), files);
      }));
  }

  it('are not there unless asked for', () =>
    inProject(async (root) => {
      assert.equal((await run(root)).status, 0);
      const files = textsBelow(root);
      assert.ok(!('compose.yaml' in files || 'CONTAINER.md' in files));
    }));

  it('the page stays the same when lines of the project move', () =>
    inProject(async (root) => {
      await run(root, '--docs');
      const page = textsBelow(root)['CONTAINER.md'];
      assert.doesNotMatch(page ?? '', /\.(?:js|json|mod):\d/);
    }));

  it('a compose file of the project stays, and the rest is written', () =>
    inProject(
      async (root) => {
        const { status, told } = await run(root, '--compose');
        assert.equal(status, 0);
        assert.match(told, /warning BI190 {2}docker-compose\.yml stays as it is/);
        const files = textsBelow(root);
        assert.equal(files['docker-compose.yml'], 'services: {}\n');
        assert.ok(!('compose.yaml' in files) && 'Dockerfile' in files);
      },
      { ...expressFiles, 'docker-compose.yml': 'services: {}\n' },
    ));

  it('a page of somebody else is not overwritten', () =>
    inProject(
      async (root) => {
        assert.equal((await run(root, '--docs')).status, 3);
        assert.equal(textsBelow(root)['CONTAINER.md'], 'mine\n');
      },
      { ...expressFiles, 'CONTAINER.md': 'mine\n' },
    ));
});
