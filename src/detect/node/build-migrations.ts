import type { Fact, Warning } from '../../fact.js';
import { commandLine, shellCommands } from '../shell-words.js';
import type { Manifest } from './manifest.js';
import type { NodeApp } from './node-app.js';
import { severalScripts } from './several-scripts.js';

/** What changes or fills a database: a hosting platform's build has one at hand, an image's has none. */
const changesDatabase =
  /\b(?:prisma (?:migrate (?:deploy|dev|reset)|db (?:push|seed))|drizzle-kit (?:migrate|push)|knex (?:migrate|seed):|sequelize(?:-cli)? db:|typeorm(?:-ts-node-\w+)? migration:run|mikro-orm migration:up|node-pg-migrate up|db-migrate up|payload migrate$|migrate-mongo up|(?:tsx|ts-node|node|bun)(?: run)? (?:\S*\/)?(?:migrat\w*|seed)(?:\.[cm]?[jt]s)?$)/;

/** SQLite is a file, which a build can make. */
const fileDatabase = /^\s*provider\s*=\s*"sqlite"/m;

/** A script without its steps that change a database. */
export interface OfflineScript {
  readonly name: string;
  /** What is left of it, as it would be written. */
  readonly line: string;
  readonly warnings: readonly Warning[];
}

/** What is left of a script that builds without the steps that need a database; null where it has none, or nothing else. */
export function offlineBuild(app: NodeApp, script: Fact<string> | null): OfflineScript | null {
  const found = script && offlineScript(app, script.value);
  return found && found.line !== '' ? found : null;
}

/** What is left of the scripts that a package manager runs before and after the build. */
export function offlineHooks(app: NodeApp, script: Fact<string> | null): OfflineScript[] {
  const names = script === null ? [] : [`pre${script.value}`, `post${script.value}`];
  return names.flatMap((name) => {
    const found = offlineScript(app, name);
    // Nothing is left of it, and a script says something.
    return found === null ? [] : [found.line === '' ? { ...found, line: 'true' } : found];
  });
}

function offlineScript({ project, manifest }: NodeApp, name: string): OfflineScript | null {
  const line = manifest.script(name);
  if (!line || fileDatabase.test(project.read('prisma/schema.prisma')?.text ?? '')) return null;
  const commands = shellCommands(line.value);
  if (commands.slice(1).some(({ operator }) => operator !== '&&')) return null;
  const first = severalScripts(commands[0]?.words ?? [], Object.keys(manifest.scripts));
  const steps = first && commands.length === 1 ? first.line.split(' && ') : commands.map(asLine);
  const leftOut = steps.filter((step) => needsDatabase(manifest, step));
  if (leftOut.length === 0) return null;
  return {
    name,
    line: steps.filter((step) => !leftOut.includes(step)).join(' && '),
    warnings: leftOut.map((step) => told(step, line.source)),
  };
}

function told(step: string, source: string): Warning {
  const message = `\`${step}\` needs a database, which no build of an image has, and is left out of the build: run it when you deploy`;
  return { code: 'BI144', message, source };
}

function asLine({ words }: { readonly words: readonly string[] }): string {
  return commandLine(words);
}

/** The command itself, or the whole of the script that it calls. */
function needsDatabase(manifest: Manifest, step: string): boolean {
  const name = /^(?:npm|pnpm|yarn|bun)(?: run)? (\S+)$/.exec(step)?.[1];
  const called = name === undefined ? null : manifest.script(name);
  const steps = called ? shellCommands(called.value).map(asLine) : [step];
  return steps.length > 0 && steps.every((one) => changesDatabase.test(one));
}
