import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCompanions } from '../../../src/catalogue/catalogue.js';
import { canary } from '../canaries.js';
import { build, docker, removeImages } from '../engine.js';
import type { Check } from './image.js';

/** No canary is in the build context: a build with the project's own .dockerignore lists what Docker sends. */
export const buildContext: Check = async ({ cell, folder, tag }) => {
  const image = `${tag}-context`;
  // Beside the project; the .dockerignore in it holds all the same.
  const dockerfile = join(folder, '..', 'context.Dockerfile');
  writeFileSync(dockerfile, `FROM ${loadCompanions().shell.image}\nCOPY . /context\n`);
  await build(folder, `--file=${dockerfile}`, `--tag=${image}`);
  try {
    const command = `ls /context/${cell.app.source} && (grep -rl ${canary} /context || true)`;
    const [, ...found] = (await docker('run', '--rm', image, 'sh', '-c', command)).split('\n');
    return found.map((path) => `the build context holds ${path.replace('/context/', '')}`);
  } finally {
    await removeImages([image]);
  }
};
