import type { Fact } from '../../fact.js';
import { commandLine, shellCommands } from '../node/shell-words.js';
import { plain } from '../node/typescript.js';
import { platformStart } from '../platform/platform-start.js';
import { askedCommand, statedAs } from '../stated-command.js';
import { denoCommand, hasPermissions, watches, type DenoCommand } from './command.js';
import type { DenoApp } from './deno-app.js';

export interface DenoStart {
  readonly start: Fact<string> | null;
  readonly words: readonly string[];
  readonly entry: Fact<string> | null;
  readonly environment: Readonly<Record<string, string>>;
  /** `deno serve`: Deno itself listens, and the entry only answers. */
  readonly serves: boolean;
}

/** A command line of the project's, taken apart. */
interface Way {
  readonly command: DenoCommand;
  readonly source: string;
  readonly environment: Readonly<Record<string, string>>;
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

/** In order of precedence: what was asked for, files of platforms, tasks and scripts that serve, those for development, usual files. */
export function denoStart(app: DenoApp): DenoStart {
  const ways = waysOf(app);
  const way = ways.find(({ forDevelopment }) => !forDevelopment) ?? ways[0];
  if (way !== undefined) return started(app, way);
  const file = app.asked === null ? usualFiles.find((path) => app.project.has(path)) : undefined;
  if (file === undefined) return { start: null, words: [], entry: null, environment: {}, serves: false };
  const command = { verb: 'run', flags: [], target: file, args: [] } as const;
  return started(app, { command, source: app.place(file), environment: {}, forDevelopment: true });
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

function taskOrScript({ settings, manifest }: DenoApp, name: string): Fact<string> | null {
  return settings.task(name) ?? manifest.script(name);
}

function wayOf(app: DenoApp, line: Fact<string>, forDevelopment: boolean, depth = 0): Way[] {
  const last = shellCommands(line.value).at(-1);
  if (last === undefined || depth > deepestTask) return [];
  const { words, environment } = statedAs(line, last.words);
  if (words[0] === 'deno' && words[1] === 'task') {
    const task = words[2] === undefined ? null : taskOrScript(app, words[2]);
    return task === null ? [] : wayOf(app, task, forDevelopment, depth + 1);
  }
  const command = denoCommand(words);
  if (command === null) return [];
  return [{ command, source: line.source, environment, forDevelopment: forDevelopment || watches(words) }];
}

function started({ project, place }: DenoApp, way: Way): DenoStart {
  const { command, source, environment, forDevelopment } = way;
  const permissions = forDevelopment && !hasPermissions(command) ? usualPermissions : [];
  const words = ['deno', command.verb, ...permissions, ...command.flags, command.target, ...command.args];
  const file = plain(command.target);
  const isFile = !/^(npm|jsr|https?|data|node):/.test(command.target);
  return {
    start: { value: commandLine(words), source },
    words,
    entry: isFile ? { value: file, source: project.has(file) ? place(file) : source } : null,
    environment,
    serves: command.verb === 'serve',
  };
}
