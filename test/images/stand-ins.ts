import { docker, must, run } from './engine.js';

/**
 * An engine without a way to the registries may have stand-ins under the names of base images, which say so in a
 * label. What such a stand-in lacks of the real image is mended here before it is built on; real images stay as they are.
 */
export async function mendStandIn(image: string): Promise<void> {
  const mend = mends.find(({ images }) => images.test(image));
  if (mend === undefined || !(await isStandIn(image)) || (await labelOf(image, mended)) === revision) return;
  const user = (await docker('image', 'inspect', '--format={{.Config.User}}', image)) || '0';
  const dockerfile = `FROM ${image}\nLABEL ${mended}=${revision}\nUSER 0\nRUN ${mend.command}\nUSER ${user}\n`;
  await must(['docker', 'build', '--tag', image, '-'], { input: dockerfile });
}

/** Does an image stand in for the real one? */
export async function isStandIn(image: string): Promise<boolean> {
  return (await labelOf(image, 'lab.stand-in')) !== '';
}

const mended = 'baseimage.mended';
/** Another one when a mend changes: what was mended before is mended anew. */
const revision = '2';

const mends: readonly { readonly images: RegExp; readonly command: string }[] = [
  {
    // Wolfi's packages carry their version in their name, its stand-in's do not.
    images: /^cgr\.dev\/chainguard\/wolfi-base:/,
    command: [
      ['nodejs-24', 'nodejs'],
      ['nodejs-22', 'nodejs'],
      ['python-3.14', 'python3'],
      ['python-3.14-dev', 'python3-dev'],
      ['py3.14-pip', 'py3-pip'],
    ]
      .map(([name, plain]) => `ln -sf ${plain} /usr/share/lab/apk/${name}`)
      .join(' && '),
  },
  {
    // Python was moved to /usr/local after it was built, and looks for time zones there; Alpine's has none at all.
    images: /^python:|\/ubi\d+\/python-/,
    command:
      'if [ ! -e /usr/share/zoneinfo ]; then apk add --no-cache tzdata; fi && ln -sfn /usr/share/zoneinfo /usr/local/share/zoneinfo',
  },
];

/** A label's value, empty where the image or the label is not there. */
async function labelOf(image: string, label: string): Promise<string> {
  const format = `{{index .Config.Labels "${label}"}}`;
  const { status, out } = await run(['docker', 'image', 'inspect', `--format=${format}`, image]);
  return status === 0 ? out.trim() : '';
}
