import type { Cell } from './cells.js';
import { must, run } from './engine.js';

/** Wolfi's packages carry their version in their name; stand-ins for it know plain names only. */
const versionedNames = ['nodejs-24:nodejs', 'nodejs-22:nodejs', 'python-3.14:python3', 'python-3.14-dev:python3-dev', 'py3.14-pip:py3-pip'];

const wolfi = 'cgr.dev/chainguard/wolfi-base:latest';

/**
 * An engine without a way to the registries may have stand-ins under the names of base images, which say so in a
 * label. Where Wolfi's is one, it is taught the names of packages that the real Wolfi has. Real images stay as they are.
 */
export async function prepareStandIns({ base }: Cell): Promise<void> {
  if (base !== 'wolfi' || !(await isStandIn(wolfi))) return;
  const links = versionedNames.map((pair) => pair.split(':')).map(([name, plain]) => `ln -sf ${plain} /usr/share/lab/apk/${name}`);
  const dockerfile = `FROM ${wolfi}\nRUN ${links.join(' && ')}\n`;
  await must(['docker', 'build', '--tag', wolfi, '-'], { input: dockerfile });
}

/** What an image stands in for, as its label says; empty for a real one. */
export async function isStandIn(image: string): Promise<boolean> {
  const { status, out } = await run(['docker', 'image', 'inspect', '--format={{index .Config.Labels "lab.stand-in"}}', image]);
  return status === 0 && out.trim() !== '';
}
