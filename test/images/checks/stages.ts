import { readFileSync } from 'node:fs';
import { bottomsOf, stagesOf } from '../../output/stages.js';
import { buildFrom, removeImages, type Built } from '../engine.js';
import { readBlobs } from '../image-content.js';
import { isFirstOfLanguage } from '../apps.js';
import { canariesIn } from './no-canary.js';
import type { Check } from './image.js';

/** No stage holds a canary, also where the last one takes nothing of it. One app a language has to show it. */
export const stages: Check = async ({ cell, folder, dockerfile, tag }) => {
  if (!isFirstOfLanguage(cell.app)) return [];
  const findings: string[] = [];
  for (const { name, bottom } of bottomsOf(stagesOf(readFileSync(dockerfile, 'utf8'))))
    if (name !== null)
      findings.push(
        ...(await canariesOfStage({ folder, dockerfile, name, base: bottom, image: `${tag}-${name}` })),
      );
  return findings;
};

async function canariesOfStage(
  stage: Built & { readonly name: string; readonly base: string; readonly image: string },
): Promise<string[]> {
  const { name, base, image } = stage;
  await buildFrom(stage, `--target=${name}`, `--tag=${image}`);
  try {
    const blobs = await readBlobs(image, base);
    return canariesIn(blobs).map((path) => `its stage ${name} holds ${path}`);
  } finally {
    await removeImages([image]);
  }
}
