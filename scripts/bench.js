// Whole-process wall times, in pairs so that a machine whose speed drifts says the same: the bin against Node's own
// start, and a project with 100,000 files in node_modules and .git against the bare one. Prints medians.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../dist/bin/baseimage.cjs', import.meta.url));
const pairs = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'baseimage-bench-'));

try {
  const bare = expressProject(join(folder, 'bare'));
  const crowded = expressProject(join(folder, 'crowded'));
  fill(join(crowded, 'node_modules'), 500, 100);
  fill(join(crowded, '.git/objects'), 500, 100);
  const generate = (project) => [bin, project, '--yes', '--force'];

  compare('baseimage DIR --yes', generate(bare), 'node -e 0', ['-e', '0']);
  compare('… with 100,000 files in node_modules and .git', generate(crowded), '… bare', generate(bare));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function expressProject(path) {
  mkdirSync(path, { recursive: true });
  const manifest = {
    name: 'bench',
    version: '1.0.0',
    scripts: { start: 'node server.js' },
    dependencies: { express: '^5.1.0' },
  };
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(
    join(path, 'package-lock.json'),
    JSON.stringify({ name: 'bench', lockfileVersion: 3, packages: {} }),
  );
  writeFileSync(join(path, 'server.js'), "require('express')().listen(process.env.PORT || 3000);\n");
  return path;
}

function fill(path, folders, files) {
  const one = join(path, 'package-0');
  mkdirSync(one, { recursive: true });
  for (let at = 0; at < files; at++) writeFileSync(join(one, `file-${at}.js`), '0;\n');
  for (let at = 1; at < folders; at++) cpSync(one, join(path, `package-${at}`), { recursive: true });
}

function compare(nameA, a, nameB, b) {
  milliseconds(a);
  milliseconds(b);
  const times = Array.from({ length: pairs }, () => [milliseconds(a), milliseconds(b)]);
  const [left, right] = [median(times.map(([x]) => x)), median(times.map(([, y]) => y))];
  const ratio = median(times.map(([x, y]) => x / y));
  console.log(
    `${nameA}: ${left.toFixed(0)} ms   ${nameB}: ${right.toFixed(0)} ms   ratio ${ratio.toFixed(2)} (median of ${pairs} pairs)`,
  );
}

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)];
}
