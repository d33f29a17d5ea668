import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { goldenCases, type GoldenCase } from './cases.js';
import { filesBelow } from './files-below.js';
import { expectedFolder, generate, goldenFolder } from './generate.js';

describe('golden output', () => {
  for (const golden of goldenCases) {
    it(`${golden.project} ${golden.flags.join(' ')}`.trimEnd(), async () => {
      const { files } = await generate(golden);
      const different = differences(filesBelow(expectedFolder(golden)), files);
      assert.ok(different.length === 0, told(golden, different));
    });
  }

  it('has one folder for each case and no other', () => {
    const folders = readdirSync(path.join(goldenFolder, 'expected')).sort();
    assert.deepEqual(folders, goldenCases.map(({ name }) => name).sort());
  });
});

type Files = Readonly<Record<string, string>>;

function differences(expected: Files, actual: Files): string[] {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return paths
    .filter((file) => expected[file] !== actual[file])
    .map((file) =>
      createTwoFilesPatch(`expected/${file}`, `generated/${file}`, expected[file] ?? '', actual[file] ?? ''),
    );
}

function told({ name }: GoldenCase, different: readonly string[]): string {
  return `${name} differs; \`npm run golden\` takes the new output\n${different.join('\n')}`;
}
