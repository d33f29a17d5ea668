// Puts what the code knows into README.md: the table of options, and the table of proven cells.
// With --check it writes nothing and fails where README.md is not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { readmeTable } from '../dist/src/questions/readme-table.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const cells = path('docs/proven-cells.md');
const parts = {
  options: readmeTable(),
  'proven cells': existsSync(cells) ? readFileSync(cells, 'utf8').replace(/^# .*\n+/, '') : '',
};

const before = readFileSync(path('README.md'), 'utf8');
const filled = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`),
      (_, start, end) => `${start}\n${part.trim()}\n${end}`,
    ),
  before,
);
const after = await format(filled, { parser: 'markdown', printWidth: 110 });

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md is not up to date: npm run readme');
    process.exitCode = 1;
  }
} else writeFileSync(path('README.md'), after);
