// Builds dist: the compiled sources, and the bin bundled into a few files, since Node.js starts faster with fewer.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '--project', root], { stdio: 'inherit' });
await build({
  absWorkingDir: root,
  entryPoints: ['dist/src/bin.js'],
  outfile: 'dist/bin/program.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // Half the size is half the time to read it.
  minify: true,
  // Needed on rare paths only, and loaded from node_modules then.
  external: ['inquirer', 'prettier', 'undici', 'yaml', 'yeoman-generator'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
// What the program imports while it runs, the loader imports for it.
const program = join(dist, 'bin/program.cjs');
writeFileSync(program, readFileSync(program, 'utf8').replaceAll('import("', 'importModule("'));
copyFileSync(join(root, 'scripts/bin-loader.cjs'), join(dist, 'bin/baseimage.cjs'));
chmodSync(join(dist, 'bin/baseimage.cjs'), 0o755);
writeCodeCache();

/** What a run in each language has compiled: the next runs of this Node.js begin with it. */
function writeCodeCache() {
  const samples = ['node-npm', 'go-server', 'python-uv'].map((name) =>
    join(root, 'test/golden/projects', name),
  );
  const program = `
    const { script, run } = require(${JSON.stringify(join(dist, 'bin/baseimage.cjs'))});
    const samples = ${JSON.stringify(samples)};
    function runNext() {
      process.argv = [process.execPath, 'baseimage', samples.shift(), '--yes', '--dry-run'];
      run();
    }
    process.on('beforeExit', () => samples.length > 0 && setImmediate(runNext));
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(join(dist, 'bin/program.cache'))}, script.createCachedData()));
    runNext();`;
  execFileSync(process.execPath, ['--eval', program], { stdio: ['ignore', 'ignore', 'pipe'] });
}
