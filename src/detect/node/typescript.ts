import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { valueAt } from '../../project/parsed.js';

/** Where the TypeScript compiler reads and writes, as folders from the app's root; null: beside the sources. */
export interface CompilerFolders {
  readonly outDir: string | null;
  readonly rootDir: string;
}

/** In the order in which a build would take them. */
const configs = [
  'tsconfig.build.json',
  'tsconfig.prod.json',
  'tsconfig.json',
  'tsconfig.app.json',
  'tsconfig.server.json',
];
/** Chains of `extends` are short; a circle must end. */
const longestChain = 5;
const sourceFile = /\.[cm]?tsx?$/;

/** As the project's tsconfig says, `extends` within the project followed; null where there is none. */
export function compilerFolders(project: ProjectView, config?: string): CompilerFolders | null {
  const path = config ?? configs.find((name) => project.has(name));
  if (!path || !project.has(path)) return null;
  const outDir = setting(project, path, ['compilerOptions', 'outDir']);
  const rootDir = setting(project, path, ['compilerOptions', 'rootDir']);
  return { outDir: outDir?.path ?? null, rootDir: rootDir?.path ?? commonSourceFolder(project, path) };
}

/** A path setting, relative to the project's root whichever file of the chain states it. */
function setting(project: ProjectView, config: string, keys: string[]): { readonly path: string } | null {
  let current: string | null = config;
  for (let step = 0; current !== null && step < longestChain; step += 1) {
    const value: unknown = valueAt(project.json(current)?.value, keys);
    const folder = posix.dirname(current);
    if (typeof value === 'string')
      return { path: plain(posix.join(folder, value.replace('${configDir}', '.'))) };
    current = baseConfig(project, current, folder);
  }
  return null;
}

/** Settings of others under which the compiler writes what it compiles; most check alone. */
const writing = /^@tsconfig\/(?:node|recommended|strictest|esm|commonjs|es\d)/;

/** Does the compiler only check, as the project's tsconfig says (`noEmit`), `extends` followed? */
export function onlyChecks(project: ProjectView, config = 'tsconfig.json'): boolean {
  let current: string | null = config;
  for (let step = 0; current !== null && step < longestChain; step += 1) {
    const settings: unknown = project.json(current)?.value;
    for (const name of ['noEmit', 'emitDeclarationOnly', 'outFile']) {
      const value = valueAt(settings, ['compilerOptions', name]);
      if (value !== undefined) return value !== false;
    }
    const base: unknown = [valueAt(settings, ['extends'])].flat().at(-1);
    if (typeof base === 'string' && !base.startsWith('.')) return !writing.test(base);
    current = baseConfig(project, current, posix.dirname(current));
  }
  return false;
}

function baseConfig(project: ProjectView, config: string, folder: string): string | null {
  const named: unknown = valueAt(project.json(config)?.value, ['extends']);
  const base: unknown = Array.isArray(named) ? named.at(-1) : named;
  if (typeof base !== 'string' || !base.startsWith('.')) return null;
  const path = posix.join(folder, base);
  return [path, `${path}.json`].find((candidate) => project.has(candidate)) ?? null;
}

/** Without `rootDir` the compiler takes the folder that all its inputs share: `src`, or the app's root. */
function commonSourceFolder(project: ProjectView, config: string): string {
  const included: unknown = valueAt(project.json(config)?.value, ['include']);
  const listed: unknown = valueAt(project.json(config)?.value, ['files']);
  const inputs = [included, listed].flat().filter((entry): entry is string => typeof entry === 'string');
  const anywhere =
    inputs.length === 0 || inputs.some((entry) => entry.startsWith('*') || entry.startsWith('./*'));
  const sources = anywhere ? compiledFiles(project, config) : inputs.map(plain);
  const folders = new Set(
    sources.map((path) => (path.includes('/') || !path.includes('.') ? path.split('/')[0] : '')),
  );
  const only = [...folders][0];
  return folders.size === 1 && only && !only.includes('*') ? only : '';
}

/** The TypeScript files of the project, without the folders that the config excludes by name. */
function compiledFiles(project: ProjectView, config: string): string[] {
  const excluded: unknown = valueAt(project.json(config)?.value, ['exclude']);
  const folders = [excluded]
    .flat()
    .filter((entry) => typeof entry === 'string')
    .map(plain);
  return project.files.filter(
    (path) =>
      sourceFile.test(path) &&
      !path.endsWith('.d.ts') &&
      !folders.some((folder) => path.startsWith(`${folder}/`) || path === folder),
  );
}

/** The JavaScript that the compiler makes of a source. */
export function builtPath({ outDir, rootDir }: CompilerFolders, source: string): string {
  const script = source.replace(/\.([cm]?)tsx?$/, '.$1js');
  const inside =
    rootDir !== '' && script.startsWith(`${rootDir}/`) ? script.slice(rootDir.length + 1) : script;
  return outDir === null || outDir === '' ? script : posix.join(outDir, inside);
}

/** `./dist/` as `dist`; the root itself is `''`. */
export function plain(path: string): string {
  const normal = posix.normalize(path).replace(/^\.\//, '').replace(/\/$/, '');
  return normal === '.' ? '' : normal;
}
