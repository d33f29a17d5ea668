import { buildSteps, watchers, wrappers } from './command-tables.js';
import type { ProjectView } from '../../project/view.js';
import { ecosystemApps } from './ecosystem.js';
import type { NodeApp } from './node-app.js';
import { severalScripts } from './several-scripts.js';
import { shellScript } from './shell-script.js';
import { shellCommands, type ShellCommand } from '../shell-words.js';

/** A command line of the project's, down to the program that really starts. */
export interface ResolvedCommand {
  readonly words: readonly string[];
  /** Where the line that names the program stands. */
  readonly source: string;
  /** What the line sets before it starts the program. */
  readonly environment: Readonly<Record<string, string>>;
  /** Commands of the line that are neither the program nor a build step: nobody will run them. */
  readonly leftOut: readonly string[];
  /** Other programs that the line would run at the same time. */
  readonly beside: readonly string[];
}

/** Scripts that call scripts; a circle must end. */
const deepestScript = 8;
const assignment = /^([A-Za-z_]\w*)=(.*)$/s;
const runners = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/** Follows scripts, environment settings, wrappers and watchers; null where that leads nowhere. */
export function resolveCommand(
  app: NodeApp,
  line: string,
  source: string,
  depth = 0,
): ResolvedCommand | null {
  const commands = shellCommands(line).filter(({ operator }) => operator !== '||' && operator !== '|');
  const last = commands.at(-1);
  if (!last || depth > deepestScript) return null;
  const leftOut = commands
    .slice(0, -1)
    .filter((command) => !isBuildStep(app.project, command))
    .map(({ words }) => words.join(' '));
  const inner = resolveWords(app, last.words, source, depth);
  return inner && { ...inner, leftOut: [...leftOut, ...inner.leftOut] };
}

function isBuildStep(project: ProjectView, { words }: ShellCommand): boolean {
  return (
    words.every((word) => assignment.test(word)) || buildSteps.test(unwrapped(project, words).words.join(' '))
  );
}

function resolveWords(
  app: NodeApp,
  line: readonly string[],
  source: string,
  depth: number,
): ResolvedCommand | null {
  const { words, environment, beside } = unwrapped(app.project, line);
  const several = severalScripts(words, Object.keys(app.manifest.scripts));
  const script = shellScript(app.project, words) ?? several?.line ?? null;
  if (script !== null) {
    const inner = resolveCommand(app, script, source, depth + 1);
    return (
      inner && {
        ...inner,
        environment: { ...environment, ...inner.environment },
        beside: [...inner.beside, ...(several?.beside ?? [])],
      }
    );
  }
  const call = scriptCall(app, words);
  if (call) {
    const called = app.manifest.script(call.name);
    const inner = called && resolveCommand(app, called.value, called.source, depth + 1);
    if (!inner) return null;
    return {
      ...inner,
      words: [...inner.words, ...call.rest],
      environment: { ...environment, ...inner.environment },
    };
  }
  return words.length === 0 ? null : { words, source, environment, leftOut: [], beside };
}

/** `npm start`, `npm run x -- --flag`, `yarn x`, `pnpm run x`: the script's name and what is handed to it. */
function scriptCall(
  app: NodeApp,
  words: readonly string[],
): { name: string; rest: readonly string[] } | null {
  const [runner, ...rest] = words;
  if (runner === 'node' && rest[0] === '--run' && rest[1]) return { name: rest[1], rest: rest.slice(2) };
  if (!runners.has(runner ?? '')) return null;
  const plainWords = rest.filter((word) => !/^(-s|--silent|--quiet|--if-present|--no-progress)$/.test(word));
  const named = /^(run|run-script)$/.test(plainWords[0] ?? '') ? plainWords.slice(1) : plainWords;
  const name = named[0];
  // A folder or workspace of another app is not this app's script.
  if (name === undefined || name.startsWith('-')) return null;
  // `bun run src/index.ts` starts a file, `bun run prisma` a dependency's program.
  if (runner === 'bun' && app.manifest.script(name) === null) return null;
  const known = app.manifest.script(name) !== null || named !== plainWords || name === 'start';
  return known ? { name, rest: named.slice(1).filter((word) => word !== '--') } : null;
}

/** Takes off what only sets the environment or watches. */
function unwrapped(
  project: ProjectView,
  line: readonly string[],
): {
  words: readonly string[];
  environment: Record<string, string>;
  beside: readonly string[];
} {
  const environment: Record<string, string> = {};
  const beside: string[] = [];
  let words = [...line];
  for (let first = words[0]; first !== undefined; first = words[0]) {
    const set = assignment.exec(first);
    if (set?.[1] !== undefined) {
      environment[set[1]] = set[2] ?? '';
      words = words.slice(1);
    } else if (wrappers.has(first)) words = afterOptions(first, words.slice(1));
    else if (/^(pnpm|yarn|npm)$/.test(first) && /^(exec|dlx|x)$/.test(words[1] ?? ''))
      words = afterOptions(first, words.slice(2));
    else if (watchers.has(first)) {
      const apps = words.map((word) => ecosystemApps(project, word)).find((found) => found.length > 0) ?? [];
      Object.assign(environment, apps[0]?.environment);
      beside.push(...apps.slice(1).map(({ script }) => `node ${script}`));
      words = apps[0] ? ['node', apps[0].script, ...apps[0].args] : watched(first, words.slice(1));
    } else break;
  }
  return { words, environment, beside };
}

/** Options of wrappers that take a value, so that the value isn't taken for the command. */
const optionsWithValue: Readonly<Record<string, readonly string[]>> = {
  dotenv: ['-e', '-c', '-p', '-v'],
  dotenvx: ['-f', '--env-file', '-e', '--env'],
  'env-cmd': ['-f', '--file', '-e', '--environments', '-r', '--rc-file'],
  npx: ['-p', '--package', '-c'],
};

function afterOptions(wrapper: string, words: readonly string[]): string[] {
  const end = words.indexOf('--');
  if (
    end !== -1 &&
    words
      .slice(0, end)
      .every((word, at) => word.startsWith('-') || at === 0 || words[at - 1]?.startsWith('-'))
  ) {
    return words.slice(end + 1);
  }
  let at = wrapper === 'dotenvx' && words[0] === 'run' ? 1 : 0;
  while (words[at]?.startsWith('-')) at += optionsWithValue[wrapper]?.includes(words[at] as string) ? 2 : 1;
  return words.slice(at);
}

/** What a watcher or process manager starts: `--exec "ts-node" src/x.ts`, `start x.js`, `x.js`. */
function watched(watcher: string, words: readonly string[]): string[] {
  const at = words.findIndex((word) => word === '--exec' || word === '-x');
  const file = words.find(
    (word, index) =>
      isScript(word) && !/^(-w|--watch|-c|--config|-i|--ignore|--env-file)$/.test(words[index - 1] ?? ''),
  );
  if (at === -1)
    return file === undefined
      ? []
      : ['node', file, ...argumentsAfter(watcher, words.slice(words.indexOf(file) + 1))];
  const program = (words[at + 1] ?? '').split(/\s+/).filter((word) => word !== '');
  return program.some(isScript) || file === undefined ? program : [...program, file];
}

/** PM2 takes what follows the file for itself, up to `--`. */
function argumentsAfter(watcher: string, words: readonly string[]): readonly string[] {
  if (!watcher.startsWith('pm2')) return words.filter((word) => word !== '--');
  return words.includes('--') ? words.slice(words.indexOf('--') + 1) : [];
}

function isScript(word: string): boolean {
  return !word.startsWith('-') && /\.[cm]?[jt]sx?$/.test(word) && !word.startsWith('ecosystem.');
}
