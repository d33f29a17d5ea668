// From the page of proven cells to one table: a row for each language and package manager, a column for each base.

/** `page`: docs/proven-cells.md. Each cell holds the smallest image that was built there, in MB; nothing where none was. */
export function provenMatrix(page) {
  const cells = page
    .split('\n')
    .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| language'))
    .map((line) => line.split('|').map((text) => text.trim()))
    .map(([, language, manager, base, , megabytes]) => ({ language, manager, base, megabytes }));
  const bases = distinct(cells.map(({ base }) => base));
  const rows = distinct(cells.map(({ language, manager }) => `${language} | ${manager}`)).map((row) => [
    row,
    ...bases.map((base) => smallest(cells, row, base)),
  ]);
  const head = ['language | package manager', ...bases];
  const ruler = ['--- | ---', ...bases.map(() => '---:')];
  return [head, ruler, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function smallest(cells, row, base) {
  const sizes = cells
    .filter((cell) => `${cell.language} | ${cell.manager}` === row && cell.base === base)
    .map(({ megabytes }) => Number(megabytes));
  return sizes.length === 0 ? '' : Math.min(...sizes).toFixed(0);
}

function distinct(list) {
  return [...new Set(list)];
}
