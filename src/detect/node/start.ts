import type { Fact, Warning } from '../../fact.js';
import { platformStart } from '../platform/platform-start.js';
import { askedCommand } from '../stated-command.js';
import { angularBuild } from './angular.js';
import { outputsOf, runsOwnProgram, type Build } from './build.js';
import type { FoundFramework } from './framework.js';
import { functionsTarget } from './functions-target.js';
import { lateScripts } from './late-scripts.js';
import { moonTask } from './moon.js';
import type { NodeApp } from './node-app.js';
import type { NxBuild } from './nx.js';
import { builtFile, entryFile, programOf, type Program } from './program.js';
import { resolveCommand, type ResolvedCommand } from './resolve-command.js';
import { commandLine, shellCommands } from '../shell-words.js';
import { plain } from './typescript.js';
import { missingForConfig } from './server-config.js';
import type { ServerProgram } from './command-tables.js';

export interface Start {
  readonly start: Fact<string> | null;
  readonly words: readonly string[];
  readonly entry: Fact<string> | null;
  /** What the start command sets for the program (`NODE_ENV` aside, which every image sets). */
  readonly environment: Readonly<Record<string, string>>;
  /** The dependency's program that serves, null where the app's own file starts. */
  readonly server: ServerProgram | null;
  /** The start command calls what only a development install brings. */
  readonly needsDevDependencies: boolean;
  readonly warnings: readonly Warning[];
}

/** Scripts that serve, those that say production first. */
export const startScripts = [
  'start:prod',
  'start:production',
  'start',
  'production',
  'prod',
  'serve',
  'serve:ssr',
  'server',
];
/** Scripts that serve where the framework itself has no command for that. */
export const otherStartScripts = [
  'start:server',
  'server:start',
  'start:api',
  'start:app',
  'start:bot',
  'run:prod',
];
/** Programs that serve nobody, where there is nothing else. */
const workerScripts = ['worker', 'start:worker', 'bot'];
/** Scripts that at least tell which file starts. */
export const developmentScripts = ['dev', 'start:dev', 'develop', 'watch'];
/** `npm start` itself runs server.js where no script says otherwise. */
export const usualFiles = [
  'server.js',
  'index.js',
  'app.js',
  'main.js',
  'server.mjs',
  'index.mjs',
  'app.mjs',
  'src/server.js',
  'src/index.js',
  'src/app.js',
  'src/main.js',
  'src/index.mjs',
  'src/server.ts',
  'src/index.ts',
  'src/main.ts',
  'src/app.ts',
  'server.ts',
  'index.ts',
  'app.ts',
  'main.ts',
];

/** A way to start, and where it was read. */
interface Way {
  readonly program: Program;
  readonly command: ResolvedCommand;
}

export const noStart: Start = {
  start: null,
  words: [],
  entry: null,
  environment: {},
  server: null,
  needsDevDependencies: false,
  warnings: [],
};

/** What somebody wrote down: asked for, in a platform's file, in a script. */
export function statedStart(app: NodeApp, build: Build, found: FoundFramework | null): Start {
  return firstProgram(app, build, found, statedCommands(app));
}

/** Where nobody wrote it down, in order of precedence: the framework, `bin`, `main`, usual files, scripts for development. */
export function guessedStart(app: NodeApp, build: Build, found: FoundFramework | null): Start {
  return firstProgram(app, build, found, guessedCommands(app, build, found));
}

/** Of an app whose build makes a static site: a program of its own may serve it, but none is guessed at. */
export function startBesideSite(app: NodeApp, build: Build, found: FoundFramework | null): Start {
  const start = firstProgram(app, build, found, statedCommands(app));
  // The framework's own server refuses to serve what was exported; a server of files that no install brings has no part in the app.
  const exported = start.server?.dependency === found?.framework.dependency;
  const notThere = start.needsDevDependencies && start.server !== null;
  return app.asked === null && (exported || notThere) ? noStart : start;
}

function firstProgram(
  app: NodeApp,
  build: Build,
  found: FoundFramework | null,
  commands: Iterable<ResolvedCommand>,
): Start {
  for (const command of commands) {
    const program = programOf(app, build, command.words);
    if (program) return started(app, build, found, { program, command });
  }
  return noStart;
}

/** What was asked for leaves no choice. */
export function* statedCommands(app: NodeApp): Generator<ResolvedCommand> {
  if (app.asked !== null) return yield* resolved(app, askedCommand(app.asked).command);
  const platform = platformStart(app.project, 'node')?.command;
  const scripts = startScripts.map((name) => app.manifest.script(name) ?? moonTask(app, name));
  for (const line of [platform, ...scripts]) yield* resolved(app, line);
}

function* guessedCommands(
  app: NodeApp,
  build: Build,
  found: FoundFramework | null,
): Generator<ResolvedCommand> {
  yield* resolved(app, app.nx ? nxStart(app.nx, build) : found && frameworkStart(app, build, found));
  for (const name of otherStartScripts) yield* resolved(app, app.manifest.script(name));
  for (const file of entryFiles(app, build)) {
    const words = sourceWords(app, build, file.value);
    if (words) yield { words, source: file.source, environment: {}, leftOut: [], beside: [] };
  }
  for (const name of [...developmentScripts, ...workerScripts])
    yield* resolved(app, app.manifest.script(name));
}

/** What runs of what Nx built; pages of Next.js are served from the folder that holds `.next`. */
function nxStart({ makes, entry, stated }: NxBuild, { output }: Build): Fact<string> | null {
  const folder = output?.replace(/\/?\.next$/, '') ?? '';
  if (makes === 'next') return { value: `next start ${folder}`.trim(), source: stated.source };
  return entry === null ? null : { value: `node ${entry}`, source: stated.source };
}

/** What serves in production where no script says so, in the folder that the build writes to. */
function frameworkStart(
  app: NodeApp,
  build: Build,
  { framework, fact }: FoundFramework,
): Fact<string> | null {
  if (framework.id === 'functions-framework') return functionStart(app, build);
  const own = framework.dependency === '@angular/ssr' ? angularBuild(app).server : null;
  const usual = own === null ? framework.start : `node ${own}`;
  const folder = framework.output;
  const value =
    folder === undefined || build.output === null
      ? usual
      : usual?.replace(` ${folder}/`, ` ${build.output}/`);
  return value === undefined ? null : { value, source: fact.source };
}

/** Its program serves a function of the name `function` unless told otherwise. */
function functionStart(app: NodeApp, build: Build): Fact<string> | null {
  const target = functionsTarget(app, build);
  return target && { value: `functions-framework --target=${target.value}`, source: target.source };
}

export function* resolved(app: NodeApp, line: Fact<string> | null | undefined): Generator<ResolvedCommand> {
  const command = line ? resolveCommand(app, line.value, line.source) : null;
  if (command) yield command;
}

/** Imports by which only a compiler or a loader finds a source: `from './app'`. */
const withoutEnding = /\bfrom\s*['"]\.{1,2}\/(?:[^'"\n]*\/)?[\w-]+['"]/;

/** How a file that nobody said how to start may be started; null for TypeScript that neither Node.js nor a loader at hand can run. */
function sourceWords(app: NodeApp, build: Build, file: string): string[] | null {
  const text =
    /\.[cm]?tsx?$/.test(file) && builtFile(app, build, file) === null ? app.project.read(file)?.text : '';
  if (!withoutEnding.test(text ?? '')) return ['node', file];
  const loader = ['tsx', 'ts-node'].find(
    (name) => app.manifest.dependency(name) ?? app.manifest.devDependency(name),
  );
  return loader === undefined ? null : [loader, file];
}

/** Files that may start the program, as far as they are there or will be built. */
function entryFiles(app: NodeApp, build: Build): Fact<string>[] {
  // Where a package has a program of its own, `main` is what others import.
  const named = [onlyBin(app), app.manifest.string('main')].filter((fact) => fact !== null);
  const usual = usualFiles
    .filter((path) => app.project.has(path))
    .map((path) => ({ value: path, source: app.place(path) }));
  const there = named.filter(({ value }) => isScript(value) && isThere(app, build, value));
  return there.length + usual.length > 0 ? [...there, ...usual] : onlyScript(app);
}

/** Scripts at the root that set up tools. */
const toolSettings = /\.(?:config|setup|test|spec|d)\.\w+$|^(?:gulpfile|gruntfile|jakefile)\./i;

const listens = /\.listen\(|\bserve\(|\bcreateServer\(|\.login\(|\.launch\(/;

/** The one program at the root that serves, or is a bot, whatever its name. */
function onlyScript(app: NodeApp): Fact<string>[] {
  const scripts = app.project.files.filter(
    (path) => /^\w[^/]*\.[cm]?[jt]s$/.test(path) && !toolSettings.test(path),
  );
  const only = scripts.length === 1 ? app.project.read(scripts[0] ?? '') : null;
  return only && listens.test(only.text) ? scripts.map((value) => ({ value, source: app.place(value) })) : [];
}

/** A name without an ending may be one of Node.js; `bin/control.sh` is none. */
function isScript(name: string): boolean {
  return /(?:^|\/)[^./]*$|\.[cm]?[jt]sx?$|^\.\/?$|\/$/.test(name);
}

function onlyBin({ manifest }: NodeApp): Fact<string> | null {
  const bins = manifest.get('bin');
  const names = typeof bins?.value === 'object' && bins.value !== null ? Object.keys(bins.value) : [];
  return (
    manifest.string('bin') ??
    (names.length === 1 && names[0] !== undefined ? manifest.string('bin', names[0]) : null)
  );
}

function isThere(app: NodeApp, build: Build, name: string): boolean {
  return app.project.has(entryFile(app, name)) || isBuilt(app, build, name);
}

function isBuilt(app: NodeApp, build: Build, name: string): boolean {
  const folders = [build.output ?? '', ...outputsOf(app, build)];
  return folders.some((folder) => folder !== '' && `${plain(name)}/`.startsWith(`${folder}/`));
}

function started(app: NodeApp, build: Build, found: FoundFramework | null, { program, command }: Way): Start {
  const { NODE_ENV: _, ...environment } = command.environment;
  const { source } = command;
  const missing = program.missing ?? loadedByServer(app, found, program);
  const configured = missingForConfig(app, program.server);
  const entry = program.entry ?? (program.server && found?.framework.output ? build.output : null);
  return {
    start: { value: commandLine(program.spoken), source },
    words: program.words,
    entry:
      entry === null ? null : { value: entry, source: app.project.has(entry) ? app.place(entry) : source },
    environment,
    server: program.server,
    needsDevDependencies: missing !== null || configured !== null,
    warnings: [
      ...leftOut(command),
      ...missingPackage(missing, source),
      ...missingPackage(configured?.value ?? null, configured?.source ?? source),
      ...missingBuild(build, found, program),
      ...missingEntry(app, build, found, program, source),
    ],
  };
}

/** Of a command line, what no image runs: steps before the program, and other programs beside it. */
export function leftOut({
  leftOut: steps,
  beside,
  source,
}: Pick<ResolvedCommand, 'leftOut' | 'beside' | 'source'>): Warning[] {
  const before = steps.map((step): Warning => ({
    code: 'BI144',
    message: `\`${step}\` stands before the start of the program and is left out: run it when you deploy`,
    source,
  }));
  const other = beside.map((command): Warning => ({
    code: 'BI160',
    message: `\`${command}\` would run beside the program and is left out: an image runs one; start another container with it`,
    source,
  }));
  return [...before, ...other];
}

/** What the framework's built server loads, where only a development install brings it. */
function loadedByServer(
  { manifest }: NodeApp,
  found: FoundFramework | null,
  { entry }: Program,
): string | null {
  const { loads = [], output } = found?.framework ?? {};
  if (output === undefined || entry?.startsWith(`${output}/`) !== true) return null;
  return loads.find((name) => !manifest.dependency(name) && manifest.devDependency(name)) ?? null;
}

function missingPackage(missing: string | null, source: string): Warning[] {
  if (missing === null) return [];
  const message = `the start command needs ${missing}, which is no production dependency: move it to dependencies, or build first`;
  return [{ code: 'BI145', message, source }];
}

/** A framework's server serves what its build wrote. */
function missingBuild(build: Build, found: FoundFramework | null, { server }: Program): Warning[] {
  if (build.script !== null || !found?.framework.output || server?.dependency !== found.framework.dependency)
    return [];
  const message = `${found.framework.id} serves what its build writes, but package.json has no build script: add one`;
  return [{ code: 'BI148', message, source: found.fact.source }];
}

/** `node scripts/bundle.mjs -o dist/server.mjs`: the build's own command says where it writes. */
function isNamed({ manifest }: NodeApp, { script }: Build, entry: string): boolean {
  const words = shellCommands(manifest.script(script?.value ?? '')?.value ?? '').flatMap((one) => one.words);
  return words.some((word) => plain(word.replace(/^--?[\w-]+=/, '')) === entry);
}

function missingEntry(
  app: NodeApp,
  build: Build,
  found: FoundFramework | null,
  { entry }: Program,
  source: string,
): Warning[] {
  if (entry === null || isThere(app, build, entry) || isNamed(app, build, entry)) return [];
  if (lateScripts(app.manifest, build, '.').some(({ runs }) => runs) || runsOwnProgram(app, build)) return [];
  const folder = found?.framework.output;
  if (
    build.script !== null &&
    (build.output === null || (folder !== undefined && entry.startsWith(`${folder}/`)))
  )
    return [];
  return [
    {
      code: 'BI146',
      message: `${entry} is started, but there is no such file and no build that writes it`,
      source,
    },
  ];
}
