import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { configuredOutput } from './configured-output.js';
import { severalScripts } from './several-scripts.js';
import { shellCommands } from '../shell-words.js';
import type { FoundFramework } from './framework.js';
import { moonBuild } from './moon.js';
import type { NodeApp } from './node-app.js';
import type { NxBuild } from './nx.js';
import { compilerFolders, onlyChecks, plain } from './typescript.js';

export interface Build {
  /** The script that builds, null where nothing is built. */
  readonly script: Fact<string> | null;
  /** The framework's own build in words, where no script of the app calls it. */
  readonly tool?: readonly string[] | null;
  /** Folder that the build writes to, from the app's root, null where it isn't known. */
  readonly output: string | null;
}

/** Names of scripts that build for production, the most usual first; then of two hosting platforms, then of the front end alone. */
const buildScripts = [
  'build',
  'build:prod',
  'build:production',
  'compile',
  'tsc',
  'heroku-postbuild',
  'gcp-build',
  'build:frontend',
  'build:client',
  'build:web',
  'build:ui',
];

/** Compilers that a start calls, without any variable or redirection. */
const compiles =
  /^(?:tsc|tspc|tsup|tsdown|nest build|esbuild|swc|babel|webpack|rollup|vite build|ncc build)\b[^$<>|]*$/;

/** A script that calls others is followed that far. */
const deepestScript = 5;

/** How a build tool says where it writes: flags, else its default. */
interface BuildTool {
  readonly command: RegExp;
  readonly flags: readonly string[];
  readonly output: string | null;
  /** The output lies in the folder that the command names first: `vitepress build docs`. */
  readonly below?: boolean;
}

const buildTools: readonly BuildTool[] = [
  { command: /^nest$/, flags: [], output: 'dist' },
  { command: /^(tsup|tsdown)$/, flags: ['--out-dir', '-d'], output: 'dist' },
  { command: /^unbuild$/, flags: [], output: 'dist' },
  { command: /^esbuild$/, flags: ['--outdir', '--outfile'], output: null },
  { command: /^(swc|babel)$/, flags: ['--out-dir', '-d', '--out-file', '-o'], output: null },
  { command: /^ncc$/, flags: ['-o', '--out'], output: 'dist' },
  { command: /^webpack(-cli)?$/, flags: ['--output-path', '-o'], output: 'dist' },
  { command: /^rollup$/, flags: ['--dir', '-d', '--file', '-o'], output: 'dist' },
  { command: /^vite$/, flags: ['--outDir'], output: 'dist' },
  { command: /^(remix|react-router|react-scripts)$/, flags: [], output: 'build' },
  {
    command: /^(parcel|ng|vue-cli-service|astro)$/,
    flags: ['--dist-dir', '--output-path', '--outDir', '--dest'],
    output: 'dist',
  },
  { command: /^eleventy$/, flags: ['--output'], output: '_site' },
  { command: /^rsbuild$/, flags: ['--dist-path'], output: 'dist' },
  { command: /^storybook$|^build-storybook$/, flags: ['-o', '--output-dir'], output: 'storybook-static' },
  { command: /^vitepress$/, flags: ['--outDir'], output: '.vitepress/dist', below: true },
  { command: /^vuepress$/, flags: ['-d', '--dest'], output: '.vuepress/dist', below: true },
  { command: /^bun$/, flags: ['--outdir', '--outfile'], output: null },
  { command: /^next$/, flags: [], output: '.next' },
  { command: /^nuxi?t?$/, flags: [], output: '.output' },
];

/** The script that builds, and where its result lies. */
export function buildOf(app: NodeApp, found: FoundFramework | null): Build {
  if (app.nx && app.manifest.script('build') === null) return nxTarget(app.nx);
  const name =
    builtBy(app, found) ??
    buildScripts.find((script) => app.manifest.script(script) && !leavesProject(app, script));
  const script = name === undefined ? null : app.manifest.script(name);
  if (name === undefined || !script)
    return moonBuild(app) ?? buildBeforeStart(app) ?? frameworkBuild(app, found);
  // A flag of the command counts more than the settings, and these more than what is usual.
  const output =
    flaggedOutput(app, found, script.value, 0) ??
    configuredOutput(app, found) ??
    found?.framework.output ??
    outputOf(app, script.value, 0);
  return {
    script: { value: name, source: script.source },
    output: output === null ? null : plain(output),
  };
}

/** `cd ../web && npm run build && cp -r dist ../api`: no image of this project holds that folder. */
function leavesProject({ manifest, membership, nx }: NodeApp, name: string): boolean {
  if (membership || nx) return false;
  const commands = shellCommands(manifest.script(name)?.value ?? '').map(({ words }) => words);
  const [, folder = ''] = commands.find(([command]) => command === 'cd') ?? [];
  return /^\.\.\/\w/.test(folder);
}

/** Scripts that would build what lies outside of the project. */
export function outsideBuilds(app: NodeApp): Warning[] {
  return buildScripts
    .filter((name) => leavesProject(app, name))
    .map((name) => {
      const message = `the script ${name} works in a folder outside of the project, and is left out of the build: run it before, and keep what it writes in the project`;
      return { code: 'BI144', message, source: app.manifest.script(name)?.source ?? null };
    });
}

/** https://nx.dev/nx-api/nx/documents/run: `build` is a command of its own. */
function nxTarget({ name, stated, output, asksProduction }: NxBuild): Build {
  return {
    script: { value: 'build', source: stated.source },
    tool: ['nx', 'build', name, ...(asksProduction ? ['--configuration=production'] : [])],
    output,
  };
}

const generates = /\bnuxt generate\b/;

/** https://v2.nuxt.com/docs/features/deployment-targets */
function isWhollyStatic(project: ProjectView): boolean {
  const settings = project.files.find((path) => /^nuxt\.config\.[jt]s$/.test(path));
  return (
    settings !== undefined && /^\s*target\s*:\s*['"]static['"]/m.test(project.read(settings)?.text ?? '')
  );
}

/** Documents, and wholly static sites, are built by a script of any name. */
function builtBy({ project, manifest }: NodeApp, found: FoundFramework | null): string | undefined {
  const call =
    found?.framework.id === 'nuxt2' && isWhollyStatic(project) ? generates : found?.framework.builtBy;
  return call && Object.keys(manifest.scripts).find((name) => call.test(manifest.scripts[name] ?? ''));
}

/** Scripts that may build what starts, before it starts or once it is installed. */
const starts = [
  'prestart',
  'prestart:prod',
  'start:prod',
  'start',
  'predev',
  'postinstall',
  'install',
  'prepare',
];

/** `npm run build:ts && node dist/app.js`, `tsc && node dist/app.js`: what the start or the install would build first, null where neither builds. */
function buildBeforeStart(app: NodeApp): Build | null {
  for (const name of starts) {
    const script = app.manifest.script(name);
    const commands = shellCommands(script?.value ?? '');
    // What may fail there is left to the line as it stands.
    if (commands.some(({ operator }) => operator === '||')) continue;
    for (const { words } of commands) {
      const called =
        words[0] === 'npm' || words[0] === 'yarn' || words[0] === 'pnpm' ? words.at(-1) : undefined;
      const step =
        called === undefined || !/^(?:build|compile|tsc|bundle)/.test(called)
          ? null
          : app.manifest.script(called);
      if (script && step && called !== undefined)
        return { script: { value: called, source: step.source }, output: outputOf(app, step.value, 0) };
      if (script && compiles.test(words.join(' ')))
        return {
          script: { value: 'build', source: script.source },
          tool: words,
          output: outputOfWords(app, words, 0),
        };
    }
  }
  return null;
}

/** A framework that can't serve what was not built is built by its own command. */
function frameworkBuild(app: NodeApp, found: FoundFramework | null): Build {
  const tool = found?.framework.build;
  if (!found || tool === undefined) return { script: null, output: null };
  return {
    script: { value: 'build', source: found.fact.source },
    tool: tool.split(' '),
    output: configuredOutput(app, found) ?? found.framework.output ?? null,
  };
}

function outputOf(app: NodeApp, command: string, depth: number): string | null {
  if (depth > deepestScript) return null;
  for (const { words } of shellCommands(command)) {
    const output = outputOfWords(app, words, depth);
    if (output !== null) return output;
  }
  return null;
}

/** All folders that the steps of the build write to: a server of its own is often compiled after the pages. */
export function outputsOf(app: NodeApp, { script }: Build): string[] {
  const command = app.manifest.script(script?.value ?? '')?.value ?? '';
  const steps = commandsBehind(app, command, 0).map((words) => outputOfWords(app, words, 0));
  return steps.filter((folder) => folder !== null && folder !== '').map((folder) => plain(folder ?? ''));
}

function outputOfWords(app: NodeApp, words: readonly string[], depth: number): string | null {
  const called = words.map((word) => word.replace(/^.*\//, ''));
  if (called.includes('tsc') || called.includes('tspc')) return compilerOutput(app, words);
  if (called.includes('nx')) return app.nx?.output ?? null;
  for (const tool of buildTools) {
    if (called.some((word) => tool.command.test(word)) && !/^(run|install)$/.test(called[1] ?? '')) {
      return folderOf(flagValue(words, tool.flags)) ?? usualOutput(tool, called);
    }
  }
  const next = calledScript(app, words);
  return next ? outputOf(app, next.value, depth + 1) : null;
}

function calledScript(app: NodeApp, words: readonly string[]): Fact<string> | null {
  return words.map((word) => app.manifest.script(word)).find((script) => script !== null) ?? null;
}

/** `vite build` names no script, even where there is one called `build`. */
function callsTool(words: readonly string[]): boolean {
  const tool = (words[0] === 'npx' ? words[1] : words[0]) ?? '';
  return /^tsp?c$/.test(tool) || buildTools.some(({ command }) => command.test(tool) && words[1] !== 'run');
}

/** Where a tool writes without any flag. */
function usualOutput({ command, output, below }: BuildTool, words: readonly string[]): string | null {
  const rest = words.slice(words.findIndex((word) => command.test(word)) + 1);
  const folder = rest.filter((word) => word !== 'build').find((word) => !word.startsWith('-'));
  return below && folder !== undefined && output !== null ? `${folder}/${output}` : output;
}

/** The output that the command of a static site states itself. */
function flaggedOutput(
  app: NodeApp,
  found: FoundFramework | null,
  command: string,
  depth: number,
): string | null {
  if (found?.framework.staticOutput === undefined || depth > deepestScript) return null;
  for (const { words } of shellCommands(command)) {
    const stated = flagValue(words, [
      '--outDir',
      '--output',
      '--out-dir',
      '--dist-dir',
      '--output-path',
      '--dest',
    ]);
    if (stated !== null) return stated;
    const next = callsTool(words) ? null : calledScript(app, words);
    if (next) return flaggedOutput(app, found, next.value, depth + 1);
  }
  return null;
}

function compilerOutput(app: NodeApp, words: readonly string[]): string | null {
  if (words.includes('--noEmit')) return null;
  const project = flagValue(words, ['-p', '--project', '-b', '--build']);
  const config = project === null ? undefined : project.endsWith('.json') ? project : undefined;
  return flagValue(words, ['--outDir', '--outdir']) ?? compilerFolders(app.project, config)?.outDir ?? null;
}

/** Does the compiler write the JavaScript beside each source, since nothing names a folder? */
export function compilesInPlace(app: NodeApp, { script, tool }: Build): boolean {
  const command = tool?.join(' ') ?? app.manifest.script(script?.value ?? '')?.value ?? '';
  return commandsBehind(app, command, 0).some(
    (words) =>
      /^tsp?c$/.test(words.find((word) => word !== 'npx') ?? '') &&
      !words.some((word) => /^(?:-b|--build|--noEmit|--emitDeclarationOnly|--outFile)$/.test(word)) &&
      compilerOutput(app, words) === null &&
      !onlyChecks(app.project),
  );
}

/** Does a program of the project's own, or a task runner, build? Nobody knows where these write. */
export function runsOwnProgram(app: NodeApp, { script }: Build): boolean {
  const command = app.manifest.script(script?.value ?? '')?.value ?? '';
  return commandsBehind(app, command, 0).some((words) =>
    /^(?:node|tsx|ts-node|zx|gulp|grunt|make|bash|sh|\.{1,2}\/.*)$/.test(words[0] ?? ''),
  );
}

/** The commands of a line, scripts that it calls followed. */
function commandsBehind(app: NodeApp, command: string, depth: number): (readonly string[])[] {
  if (depth > deepestScript) return [];
  return shellCommands(command).flatMap(({ words }) => {
    const several = severalScripts(words, Object.keys(app.manifest.scripts));
    if (several)
      return [several.line, ...several.beside].flatMap((line) => commandsBehind(app, line, depth + 1));
    const next = callsTool(words) ? null : calledScript(app, words);
    return next ? commandsBehind(app, next.value, depth + 1) : [words];
  });
}

/** The value of the first of these flags, as `--flag value` or `--flag=value`. */
export function flagValue(words: readonly string[], flags: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    if (flags.includes(word)) return words[index + 1] ?? null;
    const flag = flags.find((name) => word.startsWith(`${name}=`));
    if (flag !== undefined) return word.slice(flag.length + 1);
  }
  return null;
}

/** `dist/server.js` lies in `dist`. */
function folderOf(path: string | null): string | null {
  return path === null ? null : /\.[cm]?js$/.test(path) ? path.split('/').slice(0, -1).join('/') : path;
}
