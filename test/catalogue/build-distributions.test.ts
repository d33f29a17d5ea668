import assert from 'node:assert/strict';
import { loadBase, loadLanguage } from '../../src/catalogue/catalogue.js';
import { nativeCell } from '../../src/catalogue/fill.js';
import { baseIds } from '../../src/decide/decision.js';
import { languageIds } from '../../src/questions/language-ids.js';

/** What the tag of a build image says about its distribution, and what installs packages there. */
const told: readonly (readonly [tag: RegExp, distribution: string, packageManager: string])[] = [
  [/trixie|bookworm|(?:bun|deno):(?!.*alpine)/, 'debian', 'apt'],
  [/alpine/, 'alpine', 'apk'],
  [/^cgr\.dev\//, 'wolfi', 'apk'],
];

describe('packages of a build image', () => {
  for (const id of languageIds) {
    for (const base of baseIds) {
      const plain = loadLanguage(id).bases[base];
      for (const cell of plain ? [plain, nativeCell(plain) ?? plain] : []) {
        const row = told.find(([tag]) => cell.build !== null && tag.test(cell.build));
        if (!row) continue;
        it(`${id} on ${base}, ${cell.build}: of the distribution that its tag names`, () => {
          const entry = loadBase(base);
          const packageManager = cell.buildPackageManager ?? entry.packageManager ?? 'apk';
          assert.deepEqual([cell.buildDistribution ?? entry.distribution, packageManager], row.slice(1));
        });
      }
    }
  }
});
