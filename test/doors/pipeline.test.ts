import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.js';
import { goldenFolder } from '../golden-tests/generate.js';
import { expressFiles, inProject, textsBelow } from './express-project.js';

/** Runs the bin's main with nobody to ask: its exit status and what it told. */
async function run(cwd: string, ...argv: string[]): Promise<{ status: number; told: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await main([...argv, '--yes'], { stdin, stdout, stderr, env: {}, cwd });
  return { status, told: String(stderr.read() ?? '') };
}

const workflow = '.github/workflows/container.yml';

/** The folders of the images that a workflow builds. */
function contexts(root: string): string[] {
  const { jobs } = parse(readFileSync(path.join(root, workflow), 'utf8')) as {
    jobs: { image: { strategy: { matrix: { include: { context: string }[] } } } };
  };
  return jobs.image.strategy.matrix.include.map(({ context }) => context);
}

const inMonorepo = (action: (root: string) => Promise<void>) =>
  inProject(async (root) => {
    cpSync(path.join(goldenFolder, 'projects/monorepo'), root, { recursive: true });
    await action(root);
  }, {});

describe('the pipeline of a repository with several apps', () => {
  it('builds each of them, in whichever order they came, and settles', () =>
    inMonorepo(async (root) => {
      assert.equal((await run(root, '--app', 'services/api')).status, 0);
      const second = await run(root, '--app', 'web', '--base', 'distroless');
      assert.equal(second.status, 0, second.told);
      assert.match(second.told, /merge {2}.*container\.yml/);
      assert.deepEqual(contexts(root), ['services/api', 'web']);

      const settled = textsBelow(root);
      assert.match((await run(root, '--app', 'web')).told, /nothing was written/);
      const { '.yo-rc.json': _, ...files } = settled;
      assert.equal((await run(root, '--app', 'services/api')).status, 0);
      const { '.yo-rc.json': __, ...after } = textsBelow(root);
      assert.deepEqual(after, files);
    }));

  it('has one scanner and one registry for all', () =>
    inMonorepo(async (root) => {
      await run(root, '--app', 'services/api', '--scanner', 'grype', '--publish', 'ghcr');
      assert.equal((await run(root, '--app', 'web', '--base', 'distroless')).status, 0);
      const text = readFileSync(path.join(root, workflow), 'utf8');
      assert.deepEqual(contexts(root), ['services/api', 'web']);
      assert.equal(text.match(/repository: ghcr\.io\//g)?.length, 2);
      assert.match(text, /anchore\/scan-action/);
    }));

  it('keeps other apps also where --force takes the rest anew', () =>
    inMonorepo(async (root) => {
      await run(root, '--app', 'services/api');
      const file = path.join(root, workflow);
      writeFileSync(file, `${readFileSync(file, 'utf8')}# mine\n`);
      assert.equal((await run(root, '--app', 'web', '--base', 'distroless')).status, 3);
      assert.equal((await run(root, '--app', 'web', '--base', 'distroless', '--force')).status, 0);
      assert.deepEqual(contexts(root), ['services/api', 'web']);
    }));

  it('keeps the line ends that are there', () =>
    inMonorepo(async (root) => {
      await run(root, '--app', 'services/api');
      const file = path.join(root, workflow);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
      assert.equal((await run(root, '--app', 'web', '--base', 'distroless')).status, 0);
      assert.doesNotMatch(readFileSync(file, 'utf8'), /[^\r]\n/);
      assert.deepEqual(contexts(root), ['services/api', 'web']);
    }));
});

describe('accepted findings', () => {
  const entries = 'vulnerabilities:\n  - id: CVE-2026-1\n';

  for (const [scanner, file] of [
    ['trivy', '.trivyignore.yaml'],
    ['grype', '.grype.yaml'],
  ] as const) {
    it(`${file} belongs to the user once it is there`, () =>
      inProject(async (root) => {
        assert.equal((await run(root, '--scanner', scanner)).status, 0);
        writeFileSync(path.join(root, file), entries);
        assert.match((await run(root)).told, /nothing was written/);
        assert.equal((await run(root, '--force')).status, 0);
        assert.equal(textsBelow(root)[file], entries);
      }));
  }

  it('stay in a .trivyignore that is there, and no other file is made', () =>
    inProject(
      async (root) => {
        assert.equal((await run(root)).status, 0);
        const files = textsBelow(root);
        assert.ok(!('.trivyignore.yaml' in files));
        assert.match(files[workflow] ?? '', /trivyignores: \.trivyignore\n/);
        assert.doesNotMatch(files[workflow] ?? '', /\.trivyignore\.yaml/);
      },
      { ...expressFiles, '.trivyignore': 'CVE-2026-1 exp:2026-12-31\n' },
    ));

  it('may hold bytes that are no text', () =>
    inProject(async (root) => {
      writeFileSync(path.join(root, '.trivyignore.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
      assert.equal((await run(root)).status, 0);
      assert.deepEqual(readFileSync(path.join(root, '.trivyignore.yaml')), Buffer.from([0xff, 0xfe, 0x00]));
    }));
});

describe('the pipeline of GitLab', () => {
  const jobs = '.gitlab/container.gitlab-ci.yml';
  const own = 'lint:\n  script: [make lint]\n';

  it('is taken where the project has one, is added to it, and settles', () =>
    inProject(
      async (root) => {
        assert.match((await run(root)).told, /merge {2}.*\.gitlab-ci\.yml/);
        const files = textsBelow(root);
        assert.ok(jobs in files && !(workflow in files));
        assert.ok(files['.gitlab-ci.yml']?.startsWith(own));
        assert.ok('renovate.json' in files, 'GitLab has no Dependabot');
        assert.match((await run(root)).told, /nothing was written/);
      },
      { ...expressFiles, '.gitlab-ci.yml': own },
    ));

  it('builds every app of a repository', () =>
    inMonorepo(async (root) => {
      await run(root, '--app', 'services/api', '--ci', 'gitlab', '--publish', 'gitlab');
      assert.equal((await run(root, '--app', 'web', '--base', 'distroless')).status, 0);
      assert.match((await run(root, '--app', 'web')).told, /nothing was written/);
      const text = textsBelow(root)[jobs] ?? '';
      assert.equal(text.match(/CONTEXT: services\/api\n/g)?.length, 3);
      assert.equal(text.match(/CONTEXT: web\n/g)?.length, 3);
      assert.ok(!(workflow in textsBelow(root)));
    }));

  it('leaves a pipeline alone that it would break, and says where', () =>
    inProject(
      async (root) => {
        const { status, told } = await run(root);
        assert.equal(status, 3);
        assert.match(told, /\.gitlab-ci\.yml:1:9: the list `stages` has no `test`/);
      },
      { ...expressFiles, '.gitlab-ci.yml': `stages: [ship]\n${own}` },
    ));
});

describe('publishing', () => {
  const refuses = (flags: string, message: RegExp) =>
    it(`refuses ${flags}`, () =>
      inProject(async (root) => {
        const { status, told } = await run(root, ...flags.split(' '));
        assert.equal(status, 2);
        assert.match(told, message);
        assert.deepEqual(textsBelow(root), expressFiles);
      }));
  refuses('--publish ghcr --ci none', /--publish ghcr does not go with --ci none\n/);
  refuses('--publish ghcr --ci gitlab', /does not go with --ci gitlab\n[^]*--ci github/);
  refuses('--publish gitlab', /--publish gitlab does not go with --ci github/);
  refuses('--publish gchr', /--publish gchr: not a registry\n[^]*did you mean ghcr\?/);
  refuses('--publish Registry.example.com/x', /not a registry/);
  refuses('--publish registry.example.com/${{github.token}}', /not a registry/);

  it('ends with none', () =>
    inProject(async (root) => {
      await run(root, '--publish', 'ghcr');
      assert.equal((await run(root, '--publish', 'none', '--force')).status, 0);
      assert.doesNotMatch(textsBelow(root)[workflow] ?? '', /packages: write/);
    }));
});
