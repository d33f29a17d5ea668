import assert from 'node:assert/strict';
import { renderFiles, resolve } from '../../src/engine.js';
import { templateRoots } from '../../src/render/template-roots.js';
import { parseFlags } from '../../src/questions/parse-flags.js';
import { goldenCases, type GoldenCase } from '../golden-tests/cases.js';
import { generate, goldenFolder } from '../golden-tests/generate.js';
import { readByDependabot } from './dependabot-from.js';
import { isDockerfile } from './golden-outputs.js';
import { stagesOf } from './stages.js';

const digest = `sha256:${'a'.repeat(64)}`;

/** The Dockerfile of a case, with every image pinned. */
async function pinnedDockerfile(golden: GoldenCase): Promise<string> {
  const { decided } = await generate(golden);
  const { survey, plan } = decided.outcome;
  const images = [...plan.images.build, plan.images.run].filter((image) => image !== 'scratch');
  const pinned = resolve(survey, decided.answers, new Map(images.map((image) => [image, digest])));
  const roots = templateRoots(parseFlags(golden.flags).settings.templates, goldenFolder);
  return renderFiles(pinned.plan, roots).find(({ path }) => isDockerfile(path))!.text;
}

describe('images pinned by digest, in every Dockerfile', () => {
  for (const golden of goldenCases)
    it(golden.name, async () => {
      const stages = stagesOf(await pinnedDockerfile(golden));
      const names = new Set(stages.map(({ name }) => name));
      const images = stages.filter(({ image }) => image !== 'scratch' && !names.has(image));
      for (const { from } of images) {
        const read = readByDependabot(from.getTextContent());
        assert.equal(read?.digest, digest, from.getTextContent());
      }
    });
});
