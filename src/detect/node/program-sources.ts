import { posix } from 'node:path';
import { InputError } from '../../errors.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import type { NodeApp } from './node-app.js';
import type { Build } from './build.js';
import { compilerFolders } from './typescript.js';

/** Files read to find port and signal handlers: those nearest to the entry. Both stand there or in a config beside it. */
const mostSources = 60;

/** Characters. What is longer was made by a program, and holds its dependencies too. */
const longestSource = 300_000;

const endings = [
  '',
  '.js',
  '.ts',
  '.mjs',
  '.mts',
  '.cjs',
  '.cts',
  '.tsx',
  '.jsx',
  '/index.js',
  '/index.ts',
  '/index.mjs',
  '.json',
];
const imports =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])((?:\.{1,2}\/|@\/|~\/|#|src\/)[^'"\n]*|\.{1,2})\1/g;
/** Entries of apps whose start file is made by a build that isn't known. */
const usualEntries = [
  'src/main.ts',
  'src/server.ts',
  'src/index.ts',
  'src/app.ts',
  'server.ts',
  'index.ts',
  'app.ts',
  'src/main.js',
  'src/index.js',
  'bin/server.ts',
];

/** A source as detectors search it: comments are blanked, so that offsets stay those of the file. */
export interface ProgramSource {
  readonly file: ProjectFile;
  readonly code: string;
}

/** The entry's source and what it imports of the project, nearest first. Empty where no source can be told. */
export function programSources(app: NodeApp, build: Build, entry: string | null): ProgramSource[] {
  const first = entry === null ? usualEntry(app.project) : sourceOf(app, build, entry);
  const queue = first === null ? [] : [first];
  const seen = new Set(queue);
  const sources: ProgramSource[] = [];
  for (let path = queue.shift(); path !== undefined && sources.length < mostSources; path = queue.shift()) {
    const file = readText(app.project, path);
    if (file === null || file.text.length > longestSource) continue;
    const code = blankComments(file.text);
    sources.push({ file, code });
    for (const imported of importedBy(app.project, path, code)) {
      if (!seen.has(imported)) queue.push(imported);
      seen.add(imported);
    }
  }
  return sources;
}

/** A source is looked at for more, never needed: what can't be read tells nothing. */
function readText(project: ProjectView, path: string): ProjectFile | null {
  try {
    return project.read(path);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function usualEntry(project: ProjectView): string | null {
  return usualEntries.find((path) => project.has(path)) ?? null;
}

/** The source of a built file: `dist/server.js` is `src/server.ts`. */
export function sourceOf({ project, nx }: NodeApp, build: Build, entry: string): string | null {
  if (nx?.main && entry === nx.entry) return nx.main;
  if (project.has(entry) && !entry.startsWith(`${build.output ?? '\0'}/`)) return entry;
  const rootDir = compilerFolders(project)?.rootDir ?? '';
  const inOutput =
    build.output && entry.startsWith(`${build.output}/`) ? entry.slice(build.output.length + 1) : entry;
  const stem = inOutput.replace(/\.[cm]?js$/, '');
  const stems = [
    ...compiledFrom(project, entry),
    posix.join(rootDir, stem),
    posix.join('src', stem),
    stem,
    posix.join('src', posix.basename(stem)),
    posix.join(posix.dirname(stem), 'src', posix.basename(stem)),
  ];
  const found = stems.flatMap((path) => [
    path + '.ts',
    path + '.mts',
    path + '.cts',
    path + '.tsx',
    path + '.js',
    path + '.mjs',
    `${path}/index.ts`,
  ]);
  return (
    found.find((path) => project.has(path)) ?? usualEntry(project) ?? (project.has(entry) ? entry : null)
  );
}

/** Where the source lies of what the compiler makes by one of its configurations, those of folders too (`tsc -p server/tsconfig.json`, a member's own): the ending left out. */
function compiledFrom(project: ProjectView, entry: string): string[] {
  const configs = project.files.filter(
    (path) =>
      /^(?:[\w-]+\/)?tsconfig(?:\.\w+)?\.json$/.test(path) ||
      (/\/tsconfig(?:\.\w+)?\.json$/.test(path) && entry.startsWith(`${posix.dirname(path)}/`)),
  );
  return configs.flatMap((path) => {
    const { outDir, rootDir } = compilerFolders(project, path) ?? { outDir: null, rootDir: '' };
    if (!outDir || !entry.startsWith(`${outDir}/`)) return [];
    const stem = entry.slice(outDir.length + 1).replace(/\.[cm]?js$/, '');
    const folders = path.includes('/') ? [rootDir, posix.dirname(path)] : [rootDir];
    return folders.map((folder) => posix.join(folder, stem));
  });
}

function importedBy(project: ProjectView, path: string, code: string): string[] {
  return [...code.matchAll(imports)].flatMap(([, , name]) => resolved(project, path, name ?? '') ?? []);
}

/** Programs, and settings that they import. */
const readable = /\.[cm]?[jt]sx?$|(?:config|settings|constants|environment|default)[\w.-]*\.json$/i;

function resolved(project: ProjectView, importer: string, name: string): string | null {
  const path = name.startsWith('.')
    ? posix.join(posix.dirname(importer), name)
    : posix.join('src', name.replace(/^(@\/|~\/|#|src\/)/, ''));
  // TypeScript imports name the file that will be there after the build.
  const source = path.replace(/\.([cm]?)js$/, '.$1ts');
  return (
    [source, ...endings.map((ending) => path + ending)].find(
      (candidate) => readable.test(candidate) && project.has(candidate),
    ) ?? null
  );
}

/** Comments become blanks; a `//` in a string is left alone. */
function blankComments(text: string): string {
  // Strings and comments may end with their line or text: what is left open is then read only once.
  const token =
    /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
  return text.replace(token, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, ' ') : found));
}
