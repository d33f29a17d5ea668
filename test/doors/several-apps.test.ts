import assert from 'node:assert/strict';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { goldenFolder } from '../golden-tests/generate.js';
import { filesBelow } from '../golden-tests/files-below.js';
import { inProject, textsBelow } from './express-project.js';

/** Runs the bin's main for one app, with nobody to ask, and gives what it said. */
async function generate(root: string, ...flags: string[]): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await main(flags, { stdin, stdout, stderr, env: {}, cwd: root });
  const told = String(stderr.read() ?? '');
  assert.equal(status, 0, told);
  return told;
}

const projects = [
  { name: 'node-workspace', apps: ['apps/api', 'apps/web'] },
  { name: 'go-workspace', apps: ['services/orders', 'services/mail'] },
  { name: 'monorepo', apps: ['services/api', 'web'] },
];

describe('several apps of one project, one after the other', () => {
  for (const { name, apps } of projects) {
    const files = filesBelow(path.join(goldenFolder, 'projects', name));

    it(`${name}: each has its own files, and the project's files name both`, () =>
      inProject(async (root) => {
        for (const app of apps) await generate(root, '--app', app);
        const texts = textsBelow(root);
        for (const app of apps) {
          assert.ok(`${app}/Dockerfile` in texts);
          const workflow = texts['.github/workflows/container.yml'] ?? '';
          assert.match(workflow, new RegExp(`file: ${app}/Dockerfile\n`));
          assert.match(texts['.github/dependabot.yml'] ?? '', new RegExp(`/${app}\\b`));
        }
        assert.ok(!('Dockerfile' in texts));
      }, files));

    it(`${name}: a third run of the first changes nothing`, () =>
      inProject(async (root) => {
        for (const app of apps) await generate(root, '--app', app);
        const before = textsBelow(root);
        const told = await generate(root, '--app', apps[0]!);
        assert.match(told, /nothing was written/);
        assert.deepEqual(textsBelow(root), before);
      }, files));
  }
});

describe('several apps, of which none is named', () => {
  it('the commands that name one are told as they are typed', () =>
    inProject(
      async (root) => {
        const stderr = new PassThrough();
        const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr };
        const status = await main(['--yes', '--docs'], { ...streams, env: {}, cwd: root });
        assert.equal(status, 2);
        assert.match(
          String(stderr.read()),
          /\n {2}npx generator-baseimage --yes --docs --app services\/api # go, .*\n {2}npx .* --app web # node, /,
        );
      },
      filesBelow(path.join(goldenFolder, 'projects/monorepo')),
    ));
});
