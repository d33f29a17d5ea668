import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldenCases } from './cases.js';
import { expectedFolder, generate, goldenFolder } from './generate.js';

// Writes what is generated today as what is expected: read the difference in git before you commit it.
const generated = await Promise.all(
  goldenCases.map(async (golden) => ({
    folder: expectedFolder(golden),
    files: (await generate(golden)).files,
  })),
);
rmSync(path.join(goldenFolder, 'expected'), { recursive: true, force: true });
for (const { folder, files } of generated) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
console.log(`${generated.length} cases written`);
