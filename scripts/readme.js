// Puts what the code knows into README.md (the table of options, one of each file, the table of proven cells) and into docs/warnings.md.
// With --check it writes nothing and fails where one of them is not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { readmeTable } from '../dist/src/questions/readme-table.js';
import { warningCodes } from '../dist/src/warning-codes.js';
import { provenMatrix } from './proven-matrix.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const cells = path('docs/proven-cells.md');
const server = 'test/golden/expected/go-server';
const parts = {
  options: readmeTable(),
  Dockerfile: fenced('dockerfile', `${server}/Dockerfile`),
  'other files': [
    folded('gitignore', `${server}/.dockerignore`),
    folded('yaml', `${server}/.github/dependabot.yml`),
    folded('yaml', `${server}/.github/workflows/container.yml`),
    folded('yaml', `${server}/.trivyignore.yaml`),
    folded('yaml', `${server}_compose_health_healthz/compose.yaml`),
  ].join('\n\n'),
  'proven cells': existsSync(cells) ? provenMatrix(readFileSync(cells, 'utf8')) : '',
};

const readme = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(
      new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`),
      (_, start, end) => `${start}\n${part.trim()}\n${end}`,
    ),
  readFileSync(path('README.md'), 'utf8'),
);
await settle('README.md', readme);
await settle('docs/warnings.md', warningsPage());

function fenced(language, name) {
  return `\`\`\`${language}\n${readFileSync(path(name), 'utf8').trimEnd()}\n\`\`\``;
}

/** A file that opens with a click: together they are longer than the page. */
function folded(language, name) {
  const title = name.split('/').slice(4).join('/');
  return `<details><summary><code>${title}</code></summary>\n\n${fenced(language, name)}\n\n</details>`;
}

function warningsPage() {
  const rows = Object.entries(warningCodes).map(([code, about]) => `| ${code} | ${about} |`);
  const head = [
    '# Warnings',
    '',
    'Each warning names the file and line that it is about, and what to do.',
    '',
  ];
  return [...head, '| code | what it is about |', '| --- | --- |', ...rows, ''].join('\n');
}

async function settle(name, text) {
  const after = await format(text, { parser: 'markdown', printWidth: 110 });
  const before = existsSync(path(name)) ? readFileSync(path(name), 'utf8') : null;
  if (after === before) return;
  if (process.argv.includes('--check')) {
    console.error(`${name} is not up to date: npm run readme`);
    process.exitCode = 1;
  } else writeFileSync(path(name), after);
}
