// Builds dist: the compiled sources, and the bin bundled into a few files, since Node.js starts faster with fewer.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
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
  outfile: 'dist/bin/baseimage.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Needed on rare paths only, and loaded from node_modules then.
  external: ['inquirer', 'prettier', 'yaml', 'yeoman-generator'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
chmodSync(join(dist, 'bin/baseimage.cjs'), 0o755);
