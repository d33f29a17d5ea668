import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { flagValue } from '../node/build.js';
import { readManifest } from '../node/manifest.js';
import { commandLine, shellCommands } from '../shell-words.js';
import { plain } from '../node/typescript.js';
import { platformStart } from '../platform/platform-start.js';
import { askedCommand, statedAs } from '../stated-command.js';
import { denoCommand, hasPermissions, watches, type DenoCommand } from './command.js';
import type { DenoApp } from './deno-app.js';
import { membersOf } from './members.js';
import { denoSettings } from './settings.js';

export interface DenoStart {
  readonly start: Fact<string> | null;
  readonly words: readonly string[];
  readonly entry: Fact<string> | null;
  readonly environment: Readonly<Record<string, string>>;
  /** The member of a workspace that it is run in, from the app's root; null for the root. */
  readonly folder: string | null;
  /** `deno serve`: Deno itself listens, and the entry only answers. */
  readonly serves: boolean;
}

/** A command line of the project's, taken apart. */
interface Way {
  readonly command: DenoCommand;
  readonly source: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string | null;
  readonly forDevelopment: boolean;
}

/** Tasks that serve, those that say production first; `preview` is what Fresh calls it. */
const startTasks = ['start:prod', 'production', 'prod', 'start', 'serve', 'server', 'preview', 'run'];
const developmentTasks = ['dev', 'develop', 'watch'];
export const usualFiles = [
  'main.ts',
  'server.ts',
  'index.ts',
  'app.ts',
  'mod.ts',
  'src/main.ts',
  'src/server.ts',
  'src/index.ts',
  'src/app.ts',
  'main.tsx',
  'server.tsx',
  'main.js',
  'server.js',
  'index.js',
];

/** Enough for a server; what writes or starts programs says so in a task. */
const usualPermissions = ['--allow-net', '--allow-env', '--allow-read', '--allow-sys'];

/** A task may call another; a circle must end. */
const deepestTask = 8;

const silent: DenoStart = {
  start: null,
  words: [],
  entry: null,
  environment: {},
  folder: null,
  serves: false,
};

/** In order of precedence: what was asked for, files of platforms, tasks and scripts that serve, those for development, usual files; where the root of a workspace starts nothing, those of its only member that starts something. */
export function denoStart(app: DenoApp): DenoStart {
  const own = waysOf(app);
  const ways = own.length > 0 ? own : onlyMember(app);
  const way = ways.find(({ forDevelopment }) => !forDevelopment) ?? ways[0];
  if (way !== undefined) return started(app, way);
  const file = app.asked === null ? usualFiles.find((path) => app.project.has(path)) : undefined;
  if (file === undefined) return silent;
  return started(app, usualWay(app, file, null));
}

/** A file that is called as programs are. */
function usualWay({ place }: DenoApp, file: string, folder: string | null): Way {
  const command = { verb: 'run', flags: [], target: file, args: [] } as const;
  const source = place(posix.join(folder ?? '', file));
  return { command, source, environment: {}, folder, forDevelopment: true };
}

/** What is started in one member of the workspace that `app` is the root of, whatever the others do. */
export function memberStart(app: DenoApp, folder: string): DenoStart {
  const member = { ...app, ...memberAt(app.project, folder) };
  const ways = waysOf(member);
  const file = app.asked === null ? usualFiles.find((path) => member.project.has(path)) : undefined;
  const way =
    ways.find(({ forDevelopment }) => !forDevelopment) ?? ways[0] ?? (file && usualWay(app, file, folder));
  return way ? started(app, { ...way, folder }) : silent;
}

/** The commands of the project that start a program in Deno. */
function waysOf(app: DenoApp): Way[] {
  if (app.asked !== null) return wayOf(app, askedCommand(app.asked).command, false);
  const platform = platformStart(app.project, 'deno')?.command;
  const stated = [platform, ...startTasks.map((name) => taskOrScript(app, name))];
  const development = developmentTasks.map((name) => taskOrScript(app, name));
  return [
    ...stated.flatMap((line) => (line ? wayOf(app, line, false) : [])),
    ...development.flatMap((line) => (line ? wayOf(app, line, true) : [])),
  ];
}

function onlyMember({ project, settings, ...app }: DenoApp): Way[] {
  const found = membersOf(project, settings).flatMap((folder) => {
    const ways = waysOf({ ...app, ...memberAt(project, folder) });
    return ways.length === 0 ? [] : [ways.map((way) => ({ ...way, folder }))];
  });
  return app.asked === null && found.length === 1 ? found[0]! : [];
}

export function memberAt(
  project: ProjectView,
  folder: string,
): Pick<DenoApp, 'project' | 'settings' | 'manifest'> {
  const member = project.below(folder);
  return { project: member, settings: denoSettings(member), manifest: readManifest(member) };
}

function taskOrScript({ settings, manifest }: DenoApp, name: string): Fact<string> | null {
  return settings.task(name) ?? manifest.script(name);
}

function wayOf(app: DenoApp, line: Fact<string>, forDevelopment: boolean, depth = 0): Way[] {
  if (depth > deepestTask) return [];
  // The last one serves, unless it is a server for development beside another program.
  for (const { words } of shellCommands(line.value).toReversed()) {
    const ways = wayOfWords(app, line, words, forDevelopment, depth);
    if (ways.length > 0) return ways;
  }
  return [];
}

/** https://vite.dev/guide/cli: it serves in development, or shows what was built. */
const developmentServer = /^npm:vite(?:@[^/]*)?$/;

function wayOfWords(
  app: DenoApp,
  line: Fact<string>,
  stated: readonly string[],
  forDevelopment: boolean,
  depth: number,
): Way[] {
  const { words, environment } = statedAs(line, stated);
  if (words[0] === 'deno' && words[1] === 'task')
    return wayOfTask(app, words.slice(2), forDevelopment, depth);
  const command = denoCommand(words);
  if (command === null || developmentServer.test(command.target)) return [];
  return [
    {
      command,
      source: line.source,
      environment,
      folder: null,
      forDevelopment: forDevelopment || watches(words),
    },
  ];
}

/** `deno task --cwd packages/api start`: the member's own task. https://docs.deno.com/runtime/reference/cli/task/ */
function wayOfTask(app: DenoApp, words: readonly string[], forDevelopment: boolean, depth: number): Way[] {
  const stated = flagValue(words, ['--cwd']);
  const folder = stated === null ? null : plain(stated);
  const name = words.find((word, at) => !word.startsWith('-') && words[at - 1] !== '--cwd');
  const member = folder === null ? app : { ...app, ...memberAt(app.project, folder) };
  const task = name === undefined ? null : taskOrScript(member, name);
  const ways = task === null ? [] : wayOf(member, task, forDevelopment, depth + 1);
  return folder === null ? ways : ways.map((way) => ({ ...way, folder }));
}

/** Fresh's watcher and builder, `dev.ts`, which loads the program itself from beside it. https://fresh.deno.dev/docs/1.x/concepts/deployment */
const builder = /\bfrom\s*['"][^'"\n]*fresh\/dev(?:\.ts)?['"]/;

function withoutBuilder({ project }: DenoApp, { command, folder, ...way }: Way): Way {
  const file = posix.join(folder ?? '', command.target);
  const program = posix.join(posix.dirname(command.target), 'main.ts');
  const isBuilder = /(?:^|\/)dev\.tsx?$/.test(file) && builder.test(project.read(plain(file))?.text ?? '');
  const target = isBuilder && project.has(posix.join(folder ?? '', program)) ? program : command.target;
  return { ...way, command: { ...command, target }, folder };
}

function started(app: DenoApp, stated: Way): DenoStart {
  const { project, place } = app;
  const { command, source, environment, folder, forDevelopment } = withoutBuilder(app, stated);
  const permissions = forDevelopment && !hasPermissions(command) ? usualPermissions : [];
  const words = ['deno', command.verb, ...permissions, ...command.flags, command.target, ...command.args];
  const file = plain(posix.join(folder ?? '', command.target));
  const isFile = !/^(npm|jsr|https?|data|node):/.test(command.target);
  return {
    start: { value: commandLine(words), source },
    words,
    entry: isFile ? { value: file, source: project.has(file) ? place(file) : source } : null,
    environment,
    folder,
    serves: command.verb === 'serve',
  };
}
