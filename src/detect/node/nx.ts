import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import { valueAt } from '../../project/parsed.js';
import type { Parsed, ProjectView } from '../../project/view.js';
import { isObject } from './manifest.js';

/** What Nx knows of how one of its projects is built. https://nx.dev/reference/project-configuration */
export interface NxBuild {
  /** The project's own folder, empty where it is the app's root. */
  readonly folder: string;
  /** By which `nx build` knows the project. */
  readonly name: string;
  /** The executor, or the settings of the tool from which a plug-in infers the target. */
  readonly stated: Fact<string>;
  readonly makes: 'program' | 'pages' | 'next';
  /** As `frameworks` names it; null: what the program imports tells. */
  readonly framework: string | null;
  /** From the workspace's root, as all paths here. */
  readonly output: string;
  /** The file that is started, null where none is. */
  readonly entry: string | null;
  /** The source that the entry is made of, null where it isn't stated. */
  readonly main: string | null;
  /** Only named on the command line is the build one for production. */
  readonly asksProduction: boolean;
}

/** A folder of the workspace, and what is written down about it. */
interface NxFolder {
  readonly root: ProjectView;
  readonly folder: string;
  readonly name: string;
}

interface Target {
  readonly executor: string;
  readonly options: Readonly<Record<string, unknown>>;
}

type Kind = Pick<NxBuild, 'makes' | 'framework'> & {
  /** Below the output: the file that is started, or the folder of the pages. */
  below(target: Target): string;
};

const program = { makes: 'program', framework: null } as const;
const pages = (framework: string, folder = '') => ({
  makes: 'pages' as const,
  framework,
  below: () => folder,
});

const executors: readonly (readonly [name: RegExp, kind: (target: Target) => Kind])[] = [
  [/^@(?:nx|nrwl)\/next:build$/, () => ({ makes: 'next', framework: 'next', below: () => '' })],
  [/^@(?:nx|nrwl)\/js:(?:tsc|swc)$/, () => ({ ...program, below: compiledMain })],
  [/^@(?:nx|nrwl)\/esbuild:esbuild$/, () => ({ ...program, below: bundledMain })],
  [/^@(?:nx|nrwl)\/(?:node:(?:build|webpack)|nest:build)$/, () => ({ ...program, below: bundledMain })],
  [
    /^@(?:nx|nrwl)\/(?:webpack:webpack|rspack:rspack)$/,
    ({ options }) =>
      options['target'] === 'web' || typeof options['index'] === 'string'
        ? pages('webpack')
        : { ...program, below: bundledMain },
  ],
  [/^@(?:nx|nrwl)\/web:(?:build|webpack)$/, () => pages('webpack')],
  [/^@(?:nx|nrwl)\/vite:build$|^@analogjs\/platform:vite$/, () => pages('vite')],
  [
    /^(?:@angular\/build|@angular-devkit\/build-angular|@nx\/angular):application$/,
    () => pages('angular', 'browser'),
  ],
  [
    /^(?:@angular-devkit\/build-angular|@(?:nx|nrwl)\/angular):(?:browser|browser-esbuild|webpack-browser)$/,
    () => pages('angular'),
  ],
];

/** Settings of tools from which Nx's plug-ins infer a target that builds. */
const inferred: readonly Inferred[] = [
  {
    plugin: '@nx/next/plugin',
    file: /^next\.config\.[cm]?[jt]s$/,
    kind: () => ({ makes: 'next', framework: 'next' }),
    usual: '.next',
  },
  {
    plugin: '@nx/webpack/plugin',
    file: /^webpack\.config\.[cm]?[jt]s$/,
    kind: bundlerKind,
    usual: 'dist',
  },
  {
    plugin: '@nx/rspack/plugin',
    file: /^rspack\.config\.[cm]?[jt]s$/,
    kind: bundlerKind,
    usual: 'dist',
  },
  { plugin: '@nx/vite/plugin', file: /^vite\.config\.[cm]?[jt]s$/, kind: () => pages('vite'), usual: 'dist' },
];

interface Inferred {
  readonly plugin: string;
  readonly file: RegExp;
  readonly kind: (text: string) => Pick<NxBuild, 'makes' | 'framework'>;
  /** Where the tool writes to where its settings don't say. */
  readonly usual: string;
}

function bundlerKind(text: string): Pick<NxBuild, 'makes' | 'framework'> {
  return /\btarget\s*:\s*['"]node/.test(text) ? program : pages('webpack');
}

/** Where such settings say where the build writes to, from the project's folder. */
const statedOutput =
  /(?:\boutDir\s*:\s*|\bpath\s*:\s*(?:path\.)?(?:join|resolve)\(__dirname,\s*)['"`](?<value>[\w./-]{1,200})['"`]/;
const statedMain = /\bmain\s*:\s*['"`](?<value>[\w./-]{1,200})['"`]/;

/** How Nx builds what lies in a folder; null where no workspace of Nx is, or it is not told how. */
export function nxBuild(root: ProjectView, folder: string): NxBuild | null {
  if (!root.has('nx.json')) return null;
  const file = root.json(posix.join(folder, 'project.json'));
  const manifest = root.json(posix.join(folder, 'package.json'));
  const place = { root, folder, name: nameOf(file, manifest, folder) };
  return (
    (file && fromTarget(place, file, ['targets', 'build'])) ??
    (manifest && fromTarget(place, manifest, ['nx', 'targets', 'build'])) ??
    (file || manifest ? fromSettings(place) : null)
  );
}

function nameOf(file: Parsed | null, manifest: Parsed | null, folder: string): string {
  const stated = file?.string('name') ?? manifest?.string('nx', 'name') ?? manifest?.string('name');
  return stated?.value ?? posix.basename(folder);
}

function fromTarget(place: NxFolder, file: Parsed, keys: readonly string[]): NxBuild | null {
  const stated = file.string(...keys, 'executor');
  const options = valueAt(file.value, [...keys, 'options']);
  const target = { executor: stated?.value ?? '', options: isObject(options) ? options : {} };
  const kind = executors.find(([name]) => name.test(target.executor))?.[1](target);
  if (!stated || !kind) return null;
  const output = outputPath(place, target.options['outputPath']);
  const below = posix.join(output, kind.below(target));
  const main = target.options['main'] ?? target.options['browser'];
  const production = valueAt(file.value, [...keys, 'configurations', 'production']);
  return {
    folder: place.folder,
    name: place.name,
    stated,
    makes: kind.makes,
    framework: kind.framework,
    output: kind.makes === 'pages' ? below : output,
    entry: kind.makes === 'program' ? below : null,
    main: typeof main === 'string' ? main : null,
    asksProduction: isObject(production) && !file.get(...keys, 'defaultConfiguration'),
  };
}

/** https://nx.dev/reference/project-configuration#outputs */
function outputPath({ folder, name }: NxFolder, stated: unknown): string {
  const path = isObject(stated) ? stated['base'] : stated;
  if (typeof path !== 'string') return posix.join('dist', folder);
  const filled = path
    .replaceAll('{workspaceRoot}/', '')
    .replaceAll('{projectRoot}', folder)
    .replaceAll('{projectName}', name);
  return posix.normalize(filled).replace(/\/$/, '');
}

function fromSettings(place: NxFolder): NxBuild | null {
  const { root, folder, name } = place;
  const here = root.files.filter((path) => posix.dirname(path) === folder);
  const plugins = root.read('nx.json')?.text ?? '';
  for (const { plugin, file: named, kind: kindOf, usual } of inferred) {
    const path = plugins.includes(plugin) && here.find((found) => named.test(posix.basename(found)));
    const file = path ? root.read(path) : null;
    if (!file) continue;
    const kind = kindOf(file.text);
    const output = posix.join(folder, file.match(statedOutput)?.value ?? usual);
    const main = file.match(statedMain);
    return {
      folder,
      name,
      stated: { value: posix.basename(file.path), source: file.path },
      makes: kind.makes,
      framework: kind.framework,
      output,
      entry: kind.makes === 'program' ? posix.join(output, 'main.js') : null,
      main: main && posix.join(folder, main.value),
      asksProduction: false,
    };
  }
  return null;
}

/** `outputFileName`, else the source's own name, with the ending that was asked for. */
function bundledMain({ executor, options }: Target): string {
  const named = options['outputFileName'];
  if (typeof named === 'string') return named;
  if (!executor.includes('esbuild')) return 'main.js';
  const source = typeof options['main'] === 'string' ? options['main'] : 'main.ts';
  return posix.basename(source).replace(/\.[cm]?tsx?$/, esbuildEnding(options));
}

/** https://nx.dev/nx-api/esbuild/executors/esbuild: CommonJS ends with .cjs unless told otherwise. */
function esbuildEnding(options: Target['options']): string {
  const stated = valueAt(options, ['esbuildOptions', 'outExtension', '.js']);
  if (typeof stated === 'string') return stated;
  const formats = options['format'];
  return Array.isArray(formats) && formats.includes('cjs') ? '.cjs' : '.js';
}

/** A compiler keeps the folders of the sources. */
function compiledMain({ options }: Target): string {
  const source = typeof options['main'] === 'string' ? options['main'] : 'src/main.ts';
  const inside = source.slice(Math.max(0, source.indexOf('src/')));
  return inside.replace(/\.([cm]?)tsx?$/, '.$1js');
}
