// Builds and runs images of real apps: npm run test:images -- [--all] [--only TEXT] [--list] [--write]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { allCells, everydayCells, nameOf, type Cell } from './cells.js';
import { docker, missingEngine, pruneBuildCache } from './engine.js';
import { readOptions, type Options } from './options.js';
import { everydayPrivateCells, privateCells, type PrivateCell } from './private/cells.js';
import { provePrivate, type PrivateProof } from './private/prove-private.js';
import { removeProjects } from './project.js';
import { proveCell, type Proof } from './prove-cell.js';
import { provenTable } from './proven-table.js';
import { isStandIn } from './stand-ins.js';

// Interrupted, it leaves no folders behind.
process.on('exit', removeProjects);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = readOptions(process.argv.slice(2));
const cells = chosenCells(options);
const packages = chosenPackages(options);
if (options.list) console.log([...cells.map(nameOf), ...packages.map(privateName)].join('\n'));
else process.exitCode = await proveAll();

/** Text that names cells looks among all of them. */
function chosenCells({ all, only }: Options): Cell[] {
  const among = all || only !== '' ? allCells() : everydayCells();
  return among.filter((cell) => nameOf(cell).includes(only));
}

function chosenPackages({ all, only }: Options): PrivateCell[] {
  const among = all || only !== '' ? privateCells : everydayPrivateCells();
  return among.filter((cell) => privateName(cell).includes(only));
}

async function proveAll(): Promise<number> {
  const missing = await missingEngine();
  if (missing !== null) {
    console.error(missing);
    console.log(`0 passed, 0 failed, ${cells.length + packages.length} skipped`);
    return 0;
  }
  const proofs = [...(await proveEach()), ...(await provePackages())];
  await pruneBuildCache();
  const failed = proofs.filter(({ findings }) => findings.length > 0).length;
  const skipped = proofs.filter((proof) => 'skipped' in proof && proof.skipped !== null).length;
  const passed = proofs.length - failed - skipped;
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return failed === 0 ? 0 : 1;
}

/** Private packages, one after the other. */
async function provePackages(): Promise<PrivateProof[]> {
  const proofs: PrivateProof[] = [];
  for (const cell of packages) {
    const proof = await provePrivate(cell);
    console.error(privateLine(privateName(cell), proof));
    proofs.push(proof);
  }
  return proofs;
}

function privateName({ name }: { readonly name: string }): string {
  return `private package by ${name}`;
}

function privateLine(name: string, { findings, skipped, seconds }: PrivateProof): string {
  if (skipped !== null) return `skip  ${name}: ${skipped}`;
  return [
    `${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(44)}${seconds.toFixed(0)} s`,
    ...findings.map(indented),
  ].join('\n');
}

async function proveEach(): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const cell of cells) {
    const proof = await proveCell(cell);
    console.error(line(proof));
    proofs.push(proof);
    // After each cell, so that a long run which is stopped leaves what it has proven.
    if (options.write) await writeTable(proofs);
  }
  return proofs;
}

function line({ cell, findings, figures }: Proof): string {
  const measured =
    figures === null
      ? ''
      : `${figures.megabytes.toFixed(1)} MB, build ${figures.build.toFixed(0)} s, rebuild ${figures.rebuild.toFixed(1)} s, stop ${figures.stop.toFixed(1)} s`;
  return [
    `${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${nameOf(cell).padEnd(32)}${measured}`,
    ...findings.map(indented),
  ].join('\n');
}

function indented(finding: string): string {
  return finding.replace(/^/gm, '        ');
}

async function writeTable(proofs: readonly Proof[]): Promise<void> {
  const version = await docker('version', '--format={{.Server.Version}}');
  const standIns = (await isStandIn('busybox:1.38.0-musl')) ? ', on stand-ins for the base images' : '';
  const page = provenTable(proofs, {
    when: new Date().toISOString().slice(0, 10),
    engine: `Docker ${version}${standIns}`,
  });
  const { format } = await import('prettier');
  const docs = join(packageRoot(), 'docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(join(docs, 'proven-cells.md'), await format(page, { parser: 'markdown' }));
}
