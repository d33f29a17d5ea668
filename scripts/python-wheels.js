// node scripts/python-wheels.js INDEX [PACKAGE...]
// Refreshes catalogue/python-wheels.json from a package index that speaks the simple repository API in JSON
// (INDEX is its address, such as pip's own --index-url). Packages that are named are added to those that are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { mostServed, wheelRows } from './wheel-rows.js';

const target = 'catalogue/python-wheels.json';
const atOnce = 8;

const [index, ...named] = process.argv.slice(2);
if (index === undefined) {
  console.error('usage: node scripts/python-wheels.js INDEX [PACKAGE...]');
  process.exit(2);
}

const known = JSON.parse(readFileSync(target, 'utf8'));
const names = [...new Set([...Object.keys(known.packages), ...named])].sort();
const packages = {};
const queue = [...names];
await Promise.all(Array.from({ length: atOnce }, work));
const asOf = new Date().toISOString().slice(0, 10);
const kept = Object.fromEntries(names.filter((name) => packages[name]).map((name) => [name, packages[name]]));
const { source, about } = known;
const table = { source, about, asOf, current: mostServed(Object.values(kept)), packages: kept };
writeFileSync(target, await format(JSON.stringify(table), { parser: 'json', printWidth: 110 }));
console.log(`${Object.keys(kept).length} packages in ${target}`);

async function work() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    // What the index can't tell today stays as it was.
    packages[name] = (await rowsOf(name)) ?? known.packages[name];
  }
}

async function rowsOf(name) {
  const response = await fetch(`${index.replace(/\/$/, '')}/${name}/`, {
    headers: { accept: 'application/vnd.pypi.simple.v1+json' },
  });
  if (!response.ok) {
    console.error(`${name}: ${response.status}`);
    return undefined;
  }
  const rows = wheelRows((await response.json()).files);
  if (rows.length === 0) console.error(`${name}: no release has compiled code`);
  return rows.length === 0 ? undefined : rows;
}
