import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/package-root.js';
import { mergeImages } from '../../src/reconcile/merge-images.js';
import { distinct, isDockerfile, outputs, type Output } from './golden-outputs.js';
import { pending } from './pending.js';
import { scannedByTrivy } from './trivy.js';

const run = promisify(execFile);

/** The judges that other people wrote, over every golden output at once. */
describe('independent judges', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'baseimage-judges-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('hadolint finds nothing', async function () {
    needs(this, 'hadolint');
    await findsNothing('hadolint', [
      '--failure-threshold',
      'style',
      '--no-color',
      ...lay(folder, 'docker', distinct(outputs(isDockerfile))),
    ]);
  });

  it('Trivy finds no mistake in a Dockerfile but what is said of it', function () {
    const dockerfiles = lay(folder, 'trivy', outputs(isDockerfile));
    const results = scannedByTrivy(this, path.join(folder, 'trivy'), ['config']);
    const found = results.flatMap(({ Misconfigurations = [] }) => Misconfigurations);
    assert.equal(results.length, dockerfiles.length);
    assert.deepEqual([...new Set(found.map(({ ID, Severity }) => `${ID} ${Severity}`))].sort(), [
      'DS-0001 MEDIUM', // images that have no tag but latest
      'DS-0026 LOW', // no --health
    ]);
  });

  it('actionlint finds nothing', async function () {
    needs(this, 'actionlint');
    await findsNothing('actionlint', ['-no-color', ...lay(folder, 'lint', workflows())]);
  });

  it('the schema of GitLab takes every pipeline', async function () {
    needs(this, 'check-jsonschema');
    const files = lay(folder, 'gitlab', distinct(outputs((file) => file.endsWith('gitlab-ci.yml'))));
    await findsNothing('check-jsonschema', ['--quiet', '--builtin-schema', 'vendor.gitlab-ci', ...files]);
  });

  it('docker-compose reads what it is to bring up', async function () {
    needs(this, 'docker-compose');
    for (const file of lay(folder, 'compose', outputs(isCompose)))
      await findsNothing('env', [...demanded, 'docker-compose', '--file', file, 'config', '--quiet']);
  });

  it("check-jsonschema finds compose files to be as Compose's specification says", async function () {
    needs(this, 'check-jsonschema');
    const files = lay(folder, 'compose-schema', outputs(isCompose));
    await findsNothing('check-jsonschema', ['--quiet', '--builtin-schema', 'vendor.compose-spec', ...files]);
  });

  for (const persona of ['regular', 'pedantic']) {
    it(`zizmor finds nothing, ${persona}`, async function () {
      needs(this, 'zizmor');
      const files = lay(folder, 'zizmor', [...distinct(outputs(isJudged)), twoApps()]);
      const quiet = ['--offline', '--no-progress', '--quiet', '--color', 'never', '--persona', persona];
      await findsNothing('zizmor', [...quiet, ...files]);
    });
  }
});

describe("the project's own workflows", function () {
  this.timeout(60_000);
  const folder = path.join(packageRoot(), '.github');

  it('actionlint finds nothing', async function () {
    needs(this, 'actionlint');
    const files = readdirSync(path.join(folder, 'workflows'));
    await findsNothing('actionlint', [
      '-no-color',
      ...files.map((file) => path.join(folder, 'workflows', file)),
    ]);
  });

  it('zizmor finds nothing, as pedantic as it can be', async function () {
    needs(this, 'zizmor');
    const options = ['--offline', '--no-progress', '--quiet', '--color', 'never', '--persona', 'pedantic'];
    await findsNothing('zizmor', [...options, folder]);
  });
});

function workflows(): Output[] {
  return [...distinct(outputs(isWorkflow)), twoApps()];
}

const isCompose = (file: string) => file.endsWith('compose.yaml');

/** What the compose files of golden cases want to be set. */
const demanded = ['DJANGO_SECRET_KEY=x', 'NPM_TOKEN=x'];

const isWorkflow = (file: string) => file.endsWith('/container.yml');

/** What zizmor knows: workflows, and Dependabot's configuration. */
const isJudged = (file: string) => isWorkflow(file) || file.endsWith('/dependabot.yml');

/** The workflow of a repository with two apps. */
function twoApps(): Output {
  const apps = outputs(isWorkflow).filter(({ golden }) => golden.project === 'monorepo');
  const [first, second] = apps as [Output, Output];
  const { text, keepsAll } = mergeImages(first.text, second.text, first.path);
  assert.ok(keepsAll);
  return { ...first, path: first.path.replace('container', 'two-apps'), text };
}

/** Writes outputs under their case's name, and returns where each lies. */
function lay(root: string, judge: string, list: readonly Output[]): string[] {
  return list.map(({ golden, path: file, text }) => {
    const place = path.join(root, judge, golden.name, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  });
}

async function findsNothing(judge: string, args: readonly string[]): Promise<void> {
  const found = await run(judge, [...args], { maxBuffer: 1e8 }).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}` || String(error),
  );
  assert.equal(found.replace(/^No findings to report.*$/m, '').trim(), '');
}

function needs(context: Mocha.Context, program: string): void {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  if (error !== undefined) pending(context, `${program} is not on PATH`);
}
