import { posix } from 'node:path';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';
import type { Running } from './running.js';
import type { Start } from './start.js';

/** Folders and files beside the sources that programs open while they run. */
const runtimeNames = [
  'public',
  'views',
  'static',
  'assets',
  'templates',
  'locales',
  'locale',
  'i18n',
  'lang',
  'translations',
  'migrations',
  'db',
  'database',
  'drizzle',
  'prisma',
  'config',
  'resources',
  'emails',
  'fixtures',
  'proto',
  'protos',
  'certs',
  'content',
  'messages',
  'knexfile.js',
  'ormconfig.json',
  'newrelic.js',
  'newrelic.cjs',
  'instrument.mjs',
];

/** Files of a framework that its server reads beside its build. */
const frameworkFiles: Readonly<Record<string, readonly string[]>> = {
  next: [
    'next.config.js',
    'next.config.mjs',
    'next.config.ts',
    'next-i18next.config.js',
    'public',
    'messages',
    'locales',
  ],
  // Everything is in the build's output.
  nuxt: [],
  nitro: [],
  'solid-start': [],
  'tanstack-start': [],
  sveltekit: [],
  astro: [],
  qwik: [],
};

/**
 * What of the built tree runs: the build's output and what programs open beside it. Null where the program
 * does not start in the output: then the whole tree runs.
 */
export function outputOf(
  { project, nx }: NodeApp,
  build: Build,
  start: Start & Pick<Running, 'readPaths'>,
  found: FoundFramework | null,
): string[] | null {
  const folder = build.output;
  const entry = start.entry?.value ?? null;
  if (build.script === null || folder === null || folder === '' || entry === null) return null;
  if (entry !== folder && !entry.startsWith(`${folder}/`)) return null;
  const ofFramework = found && frameworkFiles[found.framework.id];
  const usual = (ofFramework ?? runtimeNames)
    .map((name) => posix.join(nx?.folder ?? '', name))
    .filter((name) => name !== folder && (project.has(name) || project.hasFolder(name)));
  const read = ofFramework ? [] : start.readPaths.filter((path) => !isWithin(path, [folder, ...usual]));
  return [folder, ...(found?.framework.outputBeside ?? []), ...usual, ...read];
}

function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
