import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderFiles, resolve, survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { templateRoots } from '../../src/render/template-roots.js';
import { hostileText } from './hostile-text.js';
import { places, type Place } from './places.js';
import { shapes } from './shape.js';

const roots = templateRoots([], '.');

describe('a hostile text adds nothing to what is generated', function () {
  this.timeout(20_000);
  for (const place of places) {
    it(place.name, () => {
      const harmless = place.harmless.flatMap((text) => instructionsAndKeys(place, text) ?? []);
      assert.ok(harmless.length > 0, 'every harmless text is refused');
      const known = new Set(harmless);
      fc.assert(
        fc.property(hostileText, (text) => {
          for (const shape of instructionsAndKeys(place, text) ?? []) assert.ok(known.has(shape), shape);
        }),
        { numRuns: 40 },
      );
    });
  }
});

const wanted = { value: true, source: 'every file' };
const everyFile = { compose: wanted, docs: wanted };

/** Null where the text is refused, which is as good. */
function instructionsAndKeys({ project }: Place, text: string): string[] | null {
  const { files, answers: given = {} } = project(text);
  const answers = { ...everyFile, ...given };
  try {
    return shapes(renderFiles(resolve(survey(memoryProject(files), answers), answers).plan, roots));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
