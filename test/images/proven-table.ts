import { nameOf } from './cells.js';
import type { Proof } from './prove-cell.js';

/** The proven cells as a page in Markdown. `when` is a date, `engine` says what built them. */
export function provenTable(
  proofs: readonly Proof[],
  { when, engine }: { when: string; engine: string },
): string {
  const proven = proofs.filter(({ findings }) => findings.length === 0);
  const rows = proven.map(({ cell, figures }) => [
    cell.app.language,
    cell.app.packageManager ?? '',
    cell.base,
    cell.app.name,
    figures?.megabytes.toFixed(1),
    figures?.build.toFixed(0),
    figures?.rebuild.toFixed(1),
    figures?.stop.toFixed(1),
  ]);
  const table = [
    ['language', 'package manager', 'base', 'app', 'image MB', 'build s', 'rebuild s', 'stop s'],
    ['---', '---', '---', '---', '---:', '---:', '---:', '---:'],
    ...rows,
  ];
  const open = proofs.filter(({ findings }) => findings.length > 0).map(({ cell }) => `- ${nameOf(cell)}`);
  return [
    '# Proven cells\n',
    `Built and run on ${when} with ${engine}. \`npm run test:images -- --all --write\` makes this page.\n`,
    'Sizes are uncompressed. The build has no cached layer, the rebuild follows a change of one line.\n',
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n',
    ...(open.length === 0 ? [] : ['Tried and not proven:\n', `${open.join('\n')}\n`]),
  ].join('\n');
}
