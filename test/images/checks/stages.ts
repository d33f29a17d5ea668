import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bottomsOf, stagesOf } from '../../output/stages.js';
import { build, removeImages } from '../engine.js';
import { readBlobs } from '../image-content.js';
import { isFirstOfLanguage } from '../apps.js';
import { canariesIn } from './no-canary.js';
import type { Check } from './image.js';

/** No stage holds a canary, also where the last one takes nothing of it. One app a language has to show it. */
export const stages: Check = async ({ cell, folder, tag }) => {
  if (!isFirstOfLanguage(cell.app)) return [];
  const findings: string[] = [];
  for (const { name, bottom } of bottomsOf(stagesOf(readFileSync(join(folder, 'Dockerfile'), 'utf8'))))
    if (name !== null)
      findings.push(...(await canariesOfStage({ folder, name, base: bottom, image: `${tag}-${name}` })));
  return findings;
};

async function canariesOfStage(stage: {
  folder: string;
  name: string;
  base: string;
  image: string;
}): Promise<string[]> {
  const { folder, name, base, image } = stage;
  await build(folder, `--target=${name}`, `--tag=${image}`);
  try {
    const blobs = await readBlobs(image, base);
    return canariesIn(blobs).map((path) => `its stage ${name} holds ${path}`);
  } finally {
    await removeImages([image]);
  }
}
