import type { Warning } from '../../fact.js';
import type { Build } from '../node/build.js';
import { serverPrograms } from '../node/command-tables.js';
import type { NodeApp } from '../node/node-app.js';
import { entryFile, programOf } from '../node/program.js';
import type { ResolvedCommand } from '../node/resolve-command.js';
import { commandLine } from '../shell-words.js';
import {
  developmentScripts,
  leftOut,
  noStart,
  otherStartScripts,
  resolved,
  statedCommands,
  type Start,
} from '../node/start.js';
import { bunCommand, isFile, type BunCommand } from './command.js';
import type { Compiled } from './compiled.js';
import { bunEntry } from './entry.js';
import { plain } from '../node/typescript.js';

/** In order of precedence: what was asked for, files of platforms, scripts, scripts for development, `module`, `main`, usual files. */
export function bunStart(app: NodeApp, build: Build, made: Compiled | null): Start {
  for (const command of commandsOf(app, made)) {
    const program = programIn(app, build, sourcesOf(command.words, made));
    if (program) return started(app, build, program, command);
  }
  return noStart;
}

/** Steps of a deployment that somebody made the start script: none of them serves. */
const migrations =
  /^(?:prisma (?:migrate|db|generate)|drizzle-kit|knex migrate|sequelize db:|typeorm migration)/;

/** What Bun compiled starts as its sources do. */
function sourcesOf(words: readonly string[], made: Compiled | null): readonly string[] {
  return made !== null && plain(words[0] ?? '') === made.output
    ? ['bun', made.entry.value, ...words.slice(1)]
    : words;
}

function* commandsOf(app: NodeApp, made: Compiled | null): Generator<ResolvedCommand> {
  if (app.asked !== null) return yield* statedCommands(app);
  for (const command of statedCommands(app)) if (!migrations.test(command.words.join(' '))) yield command;
  for (const name of [...otherStartScripts, ...developmentScripts]) {
    for (const command of resolved(app, app.manifest.script(name)))
      if (bunCommand(command.words)) yield command;
  }
  const entry = made?.entry ?? bunEntry(app);
  if (entry)
    yield { words: ['bun', entry.value], source: entry.source, environment: {}, leftOut: [], beside: [] };
}

/** The words in Bun's terms; null for what only serves in development. */
function programIn(app: NodeApp, build: Build, words: readonly string[]): BunCommand | null {
  const command = bunCommand(words);
  if (command) return command;
  const [first, ...args] = programOf(app, build, words)?.words ?? [];
  if (first === undefined || first === 'bun') return null;
  if (first !== 'node') return { flags: [], target: first, args, forced: false };
  const at = args.findIndex((word) => !word.startsWith('-'));
  return at < 0 ? null : { flags: [], target: args[at] ?? '', args: args.slice(at + 1), forced: false };
}

function started(app: NodeApp, build: Build, program: BunCommand, command: ResolvedCommand): Start {
  const file = isFile(program.target) || app.project.has(program.target);
  const entry = file ? entryFile(app, program.target) : null;
  const { NODE_ENV: _, ...environment } = command.environment;
  const { source } = command;
  const words = ['bun', ...program.flags, entry ?? scriptOf(program.target), ...program.args];
  const there = entry === null || app.project.has(entry) || build.script !== null;
  return {
    start: { value: commandLine(words), source },
    words,
    entry:
      entry === null ? null : { value: entry, source: app.project.has(entry) ? app.place(entry) : source },
    environment,
    server: null,
    needsDevDependencies: entry === null && isDevelopmentTool(app, program.target),
    warnings: [...leftOut(command), ...(there ? [] : [missingEntry(entry, source)])],
  };
}

function missingEntry(entry: string, source: string): Warning {
  const message = `${entry} is started, but there is no such file and no build that writes it`;
  return { code: 'BI146', message, source };
}

/** A dependency's program, started without a shell and without Node.js. */
function scriptOf(name: string): string {
  const known = Object.hasOwn(serverPrograms, name) ? serverPrograms[name] : undefined;
  return known ? `node_modules/${known.script}` : `node_modules/.bin/${name}`;
}

function isDevelopmentTool({ manifest }: NodeApp, name: string): boolean {
  return manifest.dependency(name) === null && manifest.devDependency(name) !== null;
}
