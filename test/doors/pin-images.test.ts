import assert from 'node:assert/strict';
import type { Answers } from '../../src/answers.js';
import { decideFor } from '../../src/doors/decide-for.js';
import type { AskRegistries } from '../../src/doors/pin-images.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';

const app = { 'go.mod': 'module example.test/a\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** Registries that have every image under one digest, for one platform. */
const having =
  (content: string): AskRegistries =>
  async (images) =>
    images.map((image) => ({ image, digest: content, platforms: ['linux/amd64', 'linux/arm64/v8'] }));

const silent: AskRegistries = async (images) =>
  images.map((image) => ({ image, fault: new InputError('registry', `${image}: no digest`, 'look') }));

const noQuestion: AskRegistries = async (images) => assert.fail(`asked for ${images.join(', ')}`);

const typed: Answers = { pin: { value: 'digest', source: '--pin' } };
const stored = { '.yo-rc.json': '{"generator-baseimage":{"pin":"digest"}}' };

async function decided(files: Record<string, string>, answers: Answers, askRegistries: AskRegistries) {
  const { outcome } = await decideFor(memoryProject({ ...app, ...files }), answers, null, askRegistries);
  return outcome;
}

/** A Dockerfile that names every image of the app with this digest. */
async function dockerfile(content: string): Promise<Record<string, string>> {
  const { plan } = await decided({}, typed, having(content));
  const names = [...plan.images.build, plan.images.run].filter((image) => image !== 'scratch');
  return { Dockerfile: names.map((name) => `FROM ${name}\n`).join('') };
}

describe('images pinned by digest', () => {
  it('tags alone without being asked to', async () => {
    const { plan } = await decided({}, {}, noQuestion);
    assert.doesNotMatch(JSON.stringify(plan), /sha256:/);
  });

  it('everywhere where the plan names an image, but for scratch', async () => {
    const { plan } = await decided({}, typed, having(digest('a')));
    for (const image of plan.images.build) assert.match(image, /^[\w.:/-]+:[\w.-]+@sha256:a{64}$/);
    assert.equal(plan.images.run, 'scratch');
    assert.ok('image' in plan.build && plan.images.build.includes(plan.build.image));
    assert.ok(plan.shell !== null && plan.images.build.includes(plan.shell.image));
  });

  it('the label of the base says it too', async () => {
    const { plan } = await decided(
      {},
      { ...typed, base: { value: 'alpine', source: '--base' } },
      having(digest('a')),
    );
    assert.deepEqual(plan.run.labels.at(-1), ['org.opencontainers.image.base.digest', digest('a')]);
  });

  it('an image that has floating tags only floats no longer', async () => {
    const chainguard: Answers = { base: { value: 'chainguard', source: '--base' } };
    const codes = async (answers: Answers) =>
      (await decided({}, { ...chainguard, ...answers }, having(digest('a')))).decision.warnings.map(
        ({ code }) => code,
      );
    assert.ok((await codes({})).includes('BI101'));
    assert.ok(!(await codes(typed)).includes('BI101'));
  });

  it('an answer of an earlier run keeps what the Dockerfile names, without asking', async () => {
    const { plan } = await decided({ ...stored, ...(await dockerfile(digest('a'))) }, {}, noQuestion);
    assert.match(plan.images.build[0] ?? '', /@sha256:a{64}$/);
  });

  it('and asks for what it does not name', async () => {
    const { plan } = await decided(stored, {}, having(digest('b')));
    assert.match(plan.images.build[0] ?? '', /@sha256:b{64}$/);
  });

  it('the flag asks for what is there today', async () => {
    const { plan } = await decided(await dockerfile(digest('a')), typed, having(digest('b')));
    assert.match(plan.images.build[0] ?? '', /@sha256:b{64}$/);
  });

  it('where nobody answers the flag keeps what the Dockerfile names, and says so', async () => {
    const { plan, decision } = await decided(await dockerfile(digest('a')), typed, silent);
    assert.match(plan.images.build[0] ?? '', /@sha256:a{64}$/);
    assert.match(
      decision.warnings.find(({ code }) => code === 'BI113')?.message ?? '',
      /written here is kept$/,
    );
  });

  it('where nobody answers and nothing is recorded it is an error that names every image', async () => {
    await assert.rejects(
      decided({}, typed, silent),
      ({ code, message }: InputError) => code === 'registry' && message.split('\n').length > 1,
    );
  });

  it("those that GitLab's jobs run in, too", async () => {
    const ci: Answers = { ...typed, ci: { value: 'gitlab', source: '--ci' } };
    const { plan } = await decided({}, ci, having(digest('a')));
    const { docker, dind, trivy, grype } = plan.pipeline.images;
    for (const { image } of [docker, dind, trivy]) assert.match(image, /@sha256:a{64}$/);
    assert.doesNotMatch(grype.image, /@/);
  });

  it('what is published for a platform is built from images for it', async () => {
    const publish: Answers = { ...typed, publish: { value: 'ghcr', source: '--publish' } };
    const amd64: AskRegistries = async (images) =>
      images.map((image) => ({ image, digest: digest('a'), platforms: ['linux/amd64'] }));
    const { decision } = await decided({}, publish, amd64);
    const warning = decision.warnings.find(({ code }) => code === 'BI114');
    assert.match(warning?.message ?? '', /is not there for linux\/arm64/);
  });

  const platforms: readonly [asked: readonly string[], told: RegExp | null][] = [
    [['linux/amd64'], null],
    [['linux/arm64'], null],
    [
      ['linux/amd64', 'linux/s390x'],
      /is not there for linux\/s390x, only for linux\/amd64, linux\/arm64\/v8/,
    ],
  ];
  for (const [asked, told] of platforms)
    it(`asked for ${asked.join(' and ')}: ${told === null ? 'nothing to tell' : 'told'}`, async () => {
      const platform = { value: asked, source: '--platform' };
      const { decision } = await decided({}, { ...typed, platform }, having(digest('a')));
      const warning = decision.warnings.find(({ code }) => code === 'BI114');
      if (told === null) assert.equal(warning, undefined);
      else assert.match(warning?.message ?? '', told);
    });
});
