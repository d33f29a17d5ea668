import type { LanguageId, PackageManager } from '../../src/detect/facts.js';
import type { BaseId } from '../../src/decide/decision.js';

/** A small real app of `test/fixtures/apps` that an image is built from. */
export interface App {
  readonly name: string;
  readonly language: LanguageId;
  /** Null where nothing is installed. */
  readonly packageManager: PackageManager | null;
  /** Folders below `test/fixtures/apps`, laid over one another: the sources, then what differs. */
  readonly folders: readonly string[];
  /** What lies in the first folder and is not this app's. */
  readonly without: readonly string[];
  readonly port: number;
  /** Does building it take a C compiler, or a package that holds compiled code? */
  readonly native: boolean;
  /** Folders of a workspace's members; absent: it is none. */
  readonly members?: readonly string[];
  /** The one that is built where it is not alone, by its folder: its files are in there. Absent: it is alone. */
  readonly app?: string;
  /** A source that says `hello`. */
  readonly source: string;
  /** Packages that only developers need: none of their folders may be in an image. */
  readonly developmentPackages: readonly string[];
  /** The bases it is proven on; every one that the catalogue has for the language where it says `all`. */
  readonly bases: 'all' | readonly BaseId[];
}

const go = {
  language: 'go',
  packageManager: 'gomod',
  without: [],
  port: 8080,
  source: 'main.go',
  developmentPackages: [],
  bases: 'all',
} as const;
const node = {
  language: 'node',
  port: 3000,
  native: false,
  source: 'src/server.js',
  developmentPackages: ['left-pad'],
} as const;
const express = {
  folders: ['node-express'],
  without: ['package-lock.json'],
  bases: 'all',
} as const;
const python = {
  language: 'python',
  without: [],
  port: 8000,
  native: false,
  source: 'app.py',
  developmentPackages: ['iniconfig'],
} as const;
const flask = { without: ['requirements.txt'], bases: 'all' } as const;

export const apps: readonly App[] = [
  {
    name: 'bun-hono',
    language: 'bun',
    packageManager: 'bun',
    folders: ['bun-hono'],
    without: [],
    port: 3000,
    native: false,
    source: 'src/index.ts',
    developmentPackages: ['left-pad'],
    bases: 'all',
  },
  {
    name: 'deno-npm',
    language: 'deno',
    packageManager: 'deno',
    folders: ['deno-npm'],
    without: [],
    port: 8000,
    native: false,
    source: 'main.ts',
    developmentPackages: [],
    bases: 'all',
  },
  { ...go, name: 'go-chi', folders: ['go-chi'], native: false },
  { ...go, name: 'go-sqlite', folders: ['go-sqlite'], native: true },
  {
    ...node,
    name: 'node-alone',
    packageManager: null,
    folders: ['node-alone'],
    without: [],
    source: 'server.js',
    developmentPackages: [],
    bases: ['distroless', 'alpine', 'debian-slim', 'ubuntu'],
  },
  {
    ...node,
    name: 'node-express',
    packageManager: 'npm',
    folders: ['node-express'],
    without: [],
    bases: 'all',
  },
  {
    ...node,
    name: 'node-typescript',
    packageManager: 'pnpm',
    folders: ['node-typescript'],
    without: [],
    source: 'src/server.ts',
    developmentPackages: ['typescript', '@types/node'],
    bases: 'all',
  },
  {
    ...node,
    name: 'node-native',
    packageManager: 'npm',
    folders: ['node-native'],
    without: [],
    native: true,
    bases: 'all',
  },
  { ...node, ...express, name: 'node-yarn', packageManager: 'yarn' },
  {
    ...node,
    ...express,
    name: 'node-yarn-berry',
    packageManager: 'yarn-berry',
    folders: ['node-express', 'node-yarn-berry'],
  },
  { ...node, ...express, name: 'node-bun', packageManager: 'bun', folders: ['node-express', 'node-bun'] },
  {
    ...node,
    name: 'node-workspace',
    packageManager: 'npm',
    folders: ['node-workspace'],
    without: [],
    members: ['apps/api', 'apps/site', 'packages/greeting', 'packages/unused'],
    app: 'apps/api',
    source: 'packages/greeting/src/index.js',
    bases: ['debian-slim'],
  },
  {
    ...python,
    name: 'python-fastapi',
    packageManager: 'uv',
    folders: ['python-fastapi'],
    source: 'main.py',
    bases: 'all',
  },
  { ...python, name: 'python-flask', packageManager: 'pip', folders: ['python-flask'], bases: 'all' },
  {
    ...python,
    name: 'python-plain',
    packageManager: 'pip',
    folders: ['python-plain'],
    source: 'main.py',
    bases: ['debian-slim', 'distroless'],
  },
  {
    ...python,
    name: 'python-alone',
    packageManager: null,
    folders: ['python-alone'],
    source: 'main.py',
    developmentPackages: [],
    bases: 'all',
  },
  {
    ...python,
    name: 'python-native',
    packageManager: 'pip',
    folders: ['python-flask', 'python-native'],
    without: ['requirements.txt'],
    native: true,
    bases: ['distroless', 'alpine', 'debian-slim', 'chainguard', 'wolfi'],
  },
  {
    ...python,
    name: 'python-django',
    packageManager: 'pip',
    folders: ['python-django'],
    source: 'shop/urls.py',
    bases: ['debian-slim'],
  },
  {
    ...python,
    name: 'python-workspace',
    packageManager: 'uv',
    folders: ['python-workspace'],
    members: ['services/api', 'packages/surroundings'],
    source: 'services/api/main.py',
    bases: ['debian-slim'],
  },
  {
    ...python,
    ...flask,
    name: 'python-poetry',
    packageManager: 'poetry',
    folders: ['python-flask', 'python-poetry'],
  },
  {
    ...python,
    ...flask,
    name: 'python-pdm',
    packageManager: 'pdm',
    folders: ['python-flask', 'python-pdm'],
  },
  {
    ...python,
    ...flask,
    name: 'python-pipenv',
    packageManager: 'pipenv',
    folders: ['python-flask', 'python-pipenv'],
  },
  {
    name: 'static-pages',
    language: 'static',
    packageManager: null,
    folders: ['static-pages'],
    without: [],
    port: 8080,
    native: false,
    source: 'index.html',
    developmentPackages: [],
    bases: 'all',
  },
];

/** Checks that take long need one app of each language only. */
export function isFirstOfLanguage(app: App): boolean {
  return apps.find(({ language }) => language === app.language) === app;
}
