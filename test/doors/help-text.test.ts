import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { flagSpellings } from '../../src/questions/questions.js';
import { readmeTable } from '../../src/questions/readme-table.js';
import { helpText } from '../../src/show/help-text.js';

describe('help', () => {
  for (const program of ['baseimage', 'yo baseimage'] as const) {
    it(`${program} --help fits 100 columns and names every flag`, () => {
      const text = helpText(program);
      assert.deepEqual(
        text.split('\n').filter((line) => line.length > 100),
        [],
      );
      for (const spelling of flagSpellings) assert.ok(text.includes(spelling), spelling);
    });
  }
  it('is as agreed', () => {
    assert.equal(
      helpText('baseimage'),
      readFileSync(path.join(packageRoot(), 'test/doors/help.txt'), 'utf8'),
    );
  });
  it('has a row in the table of README.md for every flag', () => {
    for (const spelling of flagSpellings) assert.ok(readmeTable().includes(spelling), spelling);
  });
});
