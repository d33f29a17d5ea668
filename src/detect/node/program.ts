import { posix } from 'node:path';
import {
  buildSteps,
  commandRunners,
  developmentCommands,
  serverPrograms,
  sourceLoaders,
  type ServerProgram,
} from './command-tables.js';
import { compilesInPlace, type Build } from './build.js';
import type { NodeApp } from './node-app.js';
import { bringerOf, bringsAtRunTime, majorOf } from './bringer.js';
import { makesPagesAlone } from './pages-alone.js';
import { builtPath, compilerFolders, plain } from './typescript.js';

/** What starts, without package manager, watcher or compiler. */
export interface Program {
  /** For people: `node dist/server.js`, `next start`. */
  readonly spoken: readonly string[];
  /** For an exec form: `node`, its flags, a file, arguments. */
  readonly words: readonly string[];
  /** The file it starts in, from the app's root, null where a dependency's program starts. */
  readonly entry: string | null;
  readonly server: ServerProgram | null;
  /** The package that runs it, where a production install would not bring it. */
  readonly missing: string | null;
}

const typescript = /\.[cm]?tsx?$/;
/** Flags of node that take the next word as their value. */
const flagsWithValue =
  /^(-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--env-file-if-exists|--watch-path|--max-old-space-size|--title)$/;
/** Flags for development, and files of settings that no image holds. */
const droppedFlags =
  /^(--watch|--watch-path|--watch-preserve-output|--inspect|--inspect-brk|--env-file|--env-file-if-exists)(=.*)?$/;
const loaderModules =
  /^(tsx|tsx\/esm|tsx\/cjs|ts-node\/register(\/\S+)?|ts-node\/esm(\/\S+)?|ts-node|@swc-node\/register(\/\S+)?|esbuild-register|esm-module-alias\/loader|@babel\/register)$/;

/** The program behind the words of a command; null for what only serves in development. */
export function programOf(app: NodeApp, build: Build, words: readonly string[]): Program | null {
  const command = posix.basename(words[0] ?? '');
  const line = [command, ...words.slice(1)].join(' ');
  if (developmentCommands.some((pattern) => pattern.test(line))) return null;
  // Another run time: an image of Node.js has no such program.
  if (command === 'bun' || command === 'deno' || commandRunners.has(command)) return null;
  // A script that nobody could follow to its program: its interpreter is no program of a dependency.
  if (/^(?:sh|bash|ash|zsh)$|\.sh$/.test(command)) return null;
  // A file that the system starts: an image of Node.js starts files of JavaScript.
  if (/^\.{0,2}\//.test(words[0] ?? '') && !/\/node_modules\/|\.[cm]?[jt]s$/.test(words[0] ?? '')) {
    return app.project.read(plain(words[0] ?? ''))?.text.startsWith('#!/usr/bin/env node') === true
      ? nodeProgram(app, build, words)
      : null;
  }
  if (command === 'node' || command === 'nodejs') return nodeProgram(app, build, words.slice(1));
  if (Object.hasOwn(sourceLoaders, command)) return loadedProgram(app, build, command, words.slice(1));
  if (Object.hasOwn(serverPrograms, command)) return serverProgram(app, command, words);
  return toolProgram(app, command, words);
}

/** A program of a dependency: null where none brings it, unless somebody asked for it. */
function toolProgram(app: NodeApp, command: string, words: readonly string[]): Program | null {
  const tool = bringerOf(app, command);
  // Built in another step, and watched by nobody.
  const builds = buildSteps.test(words.join(' '));
  if ((tool === null || builds) && app.asked === null) return null;
  const missing = tool === null || bringsAtRunTime(app, tool) ? null : tool;
  return { spoken: words, words, entry: null, server: null, missing };
}

function nodeProgram(app: NodeApp, build: Build, args: readonly string[]): Program | null {
  const { flags, rest, loader } = nodeFlags(args);
  const file = rest[0];
  if (file === undefined) return flags.length > 0 ? plainProgram(flags, null, []) : null;
  const entry = entryFile(app, file);
  // `node bin/server.js` is meant for the folder that the build writes to, where only its source is here.
  const source = entry.replace(/\.([cm]?)js$/, '.$1ts');
  const built = !app.project.has(entry) && app.project.has(source) ? builtFile(app, build, source) : null;
  if (built !== null) return plainProgram(flags, built, rest.slice(1));
  if (!typescript.test(entry))
    return plainProgram(loader ? [...flags, ...loader] : flags, entry, rest.slice(1), file);
  return sourceProgram(app, build, entry, rest.slice(1), flags, loader);
}

/** node's own flags apart from the file and its arguments; those that load TypeScript by themselves. */
function nodeFlags(args: readonly string[]): {
  flags: string[];
  loader: string[] | null;
  rest: readonly string[];
} {
  const flags: string[] = [];
  let loader: string[] | null = null;
  let at = 0;
  while (args[at]?.startsWith('-') && args[at] !== '--') {
    const flag = args[at] as string;
    const value = flagsWithValue.test(flag) ? args[at + 1] : undefined;
    const whole = value === undefined ? [flag] : [flag, value];
    if (loaderModules.test(value ?? flag.replace(/^[^=]*=/, ''))) loader = whole;
    else if (!droppedFlags.test(flag)) flags.push(...whole);
    at += whole.length;
  }
  return { flags, loader, rest: args.slice(args[at] === '--' ? at + 1 : at) };
}

function plainProgram(
  flags: readonly string[],
  entry: string | null,
  args: readonly string[],
  typed = entry,
): Program {
  const words = [
    'node',
    ...flags,
    ...(typed === null ? [] : [typed === '.' ? (entry ?? typed) : typed]),
    ...args,
  ];
  return { spoken: words, words, entry, server: null, missing: null };
}

/** `tsx watch --tsconfig x src/server.ts --flag`. */
function loadedProgram(app: NodeApp, build: Build, command: string, args: readonly string[]): Program | null {
  const at = args.findIndex((word) => /\.[cm]?[jt]sx?$/.test(word) && !word.startsWith('-'));
  const file = args[at];
  if (file === undefined) return null;
  return sourceProgram(
    app,
    build,
    plain(file),
    args.slice(at + 1),
    [],
    [...(sourceLoaders[command]?.flags ?? [])],
  );
}

/**
 * A source that needs a compiler or a loader: what the build makes of it where there is a build; else it
 * is loaded, by a loader that a production install has to bring.
 */
function sourceProgram(
  app: NodeApp,
  build: Build,
  file: string,
  args: readonly string[],
  flags: readonly string[],
  loader: readonly string[] | null,
): Program {
  const built = builtFile(app, build, file);
  // What a loader starts may not run as the compiler writes it beside the sources.
  if (built !== null && (loader === null || build.output !== null)) return plainProgram(flags, built, args);
  const program = plainProgram([...flags, ...(loader ?? [])], file, args);
  const dependency = loader === null ? null : packageOf(loader.at(-1) ?? '');
  return dependency === null || app.manifest.dependency(dependency)
    ? program
    : { ...program, missing: dependency };
}

/** What the build makes of a TypeScript source, null where nothing is built. */
export function builtFile(app: NodeApp, build: Build, file: string): string | null {
  if (build.script === null || makesPagesAlone(app, build)) return null;
  const script = file.replace(/\.([cm]?)tsx?$/, '.$1js');
  if (build.output === null) return compilesInPlace(app, build) ? script : null;
  const folders = compilerFolders(app.project);
  // A bundler knows no rootDir: it writes the entry into its output folder, flat.
  if (folders === null || (folders.outDir !== null && folders.outDir !== build.output)) {
    return posix.join(build.output, posix.basename(script));
  }
  return builtPath({ ...folders, outDir: build.output }, file);
}

function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

function serverProgram(app: NodeApp, command: string, words: readonly string[]): Program | null {
  const server = serverPrograms[command] as ServerProgram;
  if (server.until !== undefined && majorOf(app, server.dependency) >= server.until) return null;
  if (bringerOf(app, server.dependency) === null && app.asked === null) return null;
  const missing = bringsAtRunTime(app, server.dependency) ? null : server.dependency;
  const spoken = [command, ...words.slice(1)];
  return {
    spoken,
    words: ['node', `node_modules/${scriptOf(app, server)}`, ...words.slice(1), ...reachable(server, words)],
    entry: server.servesFile ? servedFile(words) : null,
    server,
    missing,
  };
}

function servedFile(words: readonly string[]): string | null {
  const file = words.find((word) => !word.startsWith('-') && /\.[cm]?[jt]s$/.test(word));
  return file === undefined ? null : plain(file);
}

/** Told an address, it stays with that. */
function reachable({ hostOption }: ServerProgram, words: readonly string[]): string[] {
  const told = words.some((word) => /^(?:-H|-h|--host|-l|--listen)(?:=|$)/.test(word));
  return hostOption === undefined || told ? [] : [hostOption.name, hostOption.value];
}

/** Where the release that the manifest asks for has it. */
function scriptOf(app: NodeApp, { dependency, script, earlier }: ServerProgram): string {
  return earlier && majorOf(app, dependency) < earlier.before ? earlier.script : script;
}

/** The file that node would start for a name: `.`, a folder, a file without its ending. */
export function entryFile({ project, manifest }: NodeApp, name: string): string {
  const path = plain(name);
  if (path === '') return plain(manifest.string('main')?.value ?? 'index.js');
  if (project.has(path)) return path;
  const endings = ['.js', '.cjs', '.mjs', '.ts', '/index.js', '/index.ts'];
  return endings.map((ending) => path + ending).find((candidate) => project.has(candidate)) ?? path;
}
