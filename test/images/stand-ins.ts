import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage } from '../../src/catalogue/catalogue.js';
import { buildImage } from '../../src/catalogue/fill.js';
import { build, docker, run } from './engine.js';
import { temporaryFolder } from './project.js';

/**
 * An engine without a way to the registries may have stand-ins under the names of base images, which say so in a
 * label. What such a stand-in lacks of the real image is mended here before it is built on; real images stay as they are.
 */
export async function mendStandIn(image: string): Promise<void> {
  const mend = mends.find(({ images }) => images.test(image));
  if (mend === undefined) return;
  await bring(image);
  const revision = createHash('sha256').update(JSON.stringify(mend)).digest('hex').slice(0, 12);
  if (!(await isStandIn(image)) || (await labelOf(image, mended)) === revision) return;
  const user = (await docker('image', 'inspect', '--format={{.Config.User}}', image)) || '0';
  const lines = [
    ...(mend.stage ?? []),
    `FROM ${image}`,
    `LABEL ${mended}=${revision}`,
    'USER 0',
    mend.step,
    `USER ${user}`,
  ];
  await buildLines(lines, `--tag=${image}`);
}

/** Pulls an image that is not here yet, or makes its stand-in: who builds on it does. */
async function bring(image: string): Promise<void> {
  const { status } = await run(['docker', 'image', 'inspect', image]);
  if (status !== 0) await buildLines([`FROM ${image}`]);
}

async function buildLines(lines: readonly string[], ...options: string[]): Promise<void> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
  await build(folder, ...options);
}

/** Does an image stand in for the real one? */
export async function isStandIn(image: string): Promise<boolean> {
  return (await labelOf(image, 'lab.stand-in')) !== '';
}

/** The label that says with what it was mended: another mend comes over it. */
const mended = 'baseimage.mended';

interface Mend {
  readonly images: RegExp;
  /** What is made beforehand, as instructions. */
  readonly stage?: readonly string[];
  /** The instruction that mends. */
  readonly step: string;
}

const mends: readonly Mend[] = [
  {
    // Wolfi's packages carry their version in their name, its stand-in's do not.
    images: /^cgr\.dev\/chainguard\/wolfi-base:/,
    step: `RUN ${[
      ['nodejs-24', 'nodejs'],
      ['nodejs-22', 'nodejs'],
      ['python-3.13', 'python3'],
      ['python-3.13-dev', 'python3-dev'],
      ['py3.13-pip', 'py3-pip'],
      ['python-3.14', 'python3'],
      ['python-3.14-dev', 'python3-dev'],
      ['py3.14-pip', 'py3-pip'],
    ]
      .map(([name, plain]) => `ln -sf ${plain} /usr/share/lab/apk/${name}`)
      .join(' && ')}`,
  },
  {
    // Python was moved to /usr/local after it was built, and looks for time zones there; Alpine's has none at all.
    images: /^python:|\/ubi\d+\/python-/,
    step: 'RUN if [ ! -e /usr/share/zoneinfo ]; then apk add --no-cache tzdata; fi && ln -sfn /usr/share/zoneinfo /usr/local/share/zoneinfo',
  },
  {
    // The real one is linked statically: https://github.com/caddyserver/caddy/blob/v2.11.4/.goreleaser.yml
    images: /^caddy:/,
    stage: [
      `FROM ${buildImage('go', 'scratch', loadLanguage('go').versions[0]!.patch)} AS build`,
      'RUN CGO_ENABLED=0 GOBIN=/out go install -trimpath -ldflags=-s github.com/caddyserver/caddy/v2/cmd/caddy@v2.11.4',
    ],
    step: 'COPY --from=build /out/caddy /usr/bin/caddy',
  },
];

/** A label's value, empty where the image or the label is not there. */
async function labelOf(image: string, label: string): Promise<string> {
  const format = `{{index .Config.Labels "${label}"}}`;
  const { status, out } = await run(['docker', 'image', 'inspect', `--format=${format}`, image]);
  return status === 0 ? out.trim() : '';
}
