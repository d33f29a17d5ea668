import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCompanions } from '../../../src/catalogue/catalogue.js';
import { canary } from '../canaries.js';
import { buildFrom, docker, removeImages } from '../engine.js';
import type { Check } from './image.js';

/** Neither a canary nor a file of an image is in the build context: a build with the project's own ignore file lists what Docker sends. */
export const buildContext: Check = async ({ cell, folder, dockerfile: own, tag }) => {
  const image = `${tag}-context`;
  // Beside the project; the .dockerignore in it holds all the same.
  const dockerfile = join(folder, '..', 'context.Dockerfile');
  writeFileSync(dockerfile, `FROM ${loadCompanions().shell.image}\nCOPY . /context\n`);
  const ofItself = `${own}.dockerignore`;
  if (existsSync(ofItself)) cpSync(ofItself, `${dockerfile}.dockerignore`);
  await buildFrom({ folder, dockerfile }, `--tag=${image}`);
  try {
    const ofImages = "find /context -name 'Dockerfile*' -o -name compose.yaml";
    const command = `ls /context/${cell.app.source} && ${ofImages} && (grep -rl ${canary} /context || true)`;
    const [, ...found] = (await docker('run', '--rm', image, 'sh', '-c', command)).split('\n');
    return found.map((path) => `the build context holds ${path.replace('/context/', '')}`);
  } finally {
    await removeImages([image]);
  }
};
