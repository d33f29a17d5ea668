import type { Fact, Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { PythonApp, Launch } from './app.js';
import { serving, servers } from './servers.js';
import { statedWords } from './stated-words.js';
import { startTask } from './tasks.js';

/** The command that somebody wrote down. Null where nobody did, or where it needs a shell. */
export function launchStated(app: PythonApp): Launch | null {
  return app.command === null ? null : launchCommand(app, app.command.command, app.command.environment);
}

/** A command that the project calls `start` or the like, where it names a server that is meant for others. */
export function launchServingTask(app: PythonApp): Launch | null {
  const named = startTask(app.project);
  const found =
    named === null || /--reload\b|--debug\b/.test(named.value) ? null : launchCommand(app, named, {});
  const served = found && serving(found.words);
  return served && !['flask', 'quart'].includes(served.server.name) ? found : null;
}

/** Any other command of that name. */
export function launchTask(app: PythonApp): Launch | null {
  const named = startTask(app.project);
  return named === null ? null : launchCommand(app, named, {});
}

/** A stated command of which nothing could be made. */
export function unusable({ command }: PythonApp): Warning[] {
  if (command === null) return [];
  const { source, value } = command.command;
  const message = `${source} needs a shell (${value}), and the image starts its program without one: what follows from the sources is started; give another command with --start`;
  return [{ code: 'BI136', message, source }];
}

function launchCommand(
  { project, listening, installs }: PythonApp,
  command: Fact<string>,
  given: Readonly<Record<string, string>>,
): Launch | null {
  const server = servers.find(({ name }) =>
    new RegExp(String.raw`(?:^|[\s/])${name}\s`).test(`${command.value} `),
  );
  const port = listening.port?.value ?? server?.defaultPort ?? 8000;
  const found = statedWords(project, command.value, String(port));
  if (found === null) return null;
  const { words, environment, folder, before, takesPort } = found;
  const text = words.join(' ');
  const file = /(?:^|\s)([\w./-]+\.py)(?:\s|$)/.exec(text)?.[1];
  const module = /(?:^|\s)([A-Za-z_][\w.]*):[A-Za-z_]\w*/.exec(text)?.[1];
  return {
    words,
    entry: { value: (file && joinPaths(folder, file)) ?? module ?? words[0]!, source: command.source },
    command,
    runsSources: true,
    environment: { ...given, ...environment },
    ...(folder === '' ? {} : { folder }),
    ...(takesPort ? { port: { value: port, source: command.source } } : {}),
    warnings: [
      ...before.map((step) => notRun(step, command.source)),
      ...notInstalled(serving(words)?.server.name ?? '', installs, command.source),
    ],
  };
}

/** Servers that are packages of their own, and what installs each. */
const serverPackages: Readonly<Record<string, readonly string[]>> = {
  gunicorn: ['gunicorn'],
  uvicorn: ['uvicorn'],
  hypercorn: ['hypercorn'],
  daphne: ['daphne'],
  granian: ['granian'],
  'waitress-serve': ['waitress'],
  uwsgi: ['uwsgi', 'pyuwsgi'],
};

/** Without a lock file another package may bring it, so this is no error. */
function notInstalled(server: string, installs: PythonApp['installs'], source: string): Warning[] {
  const packages = Object.hasOwn(serverPackages, server) ? serverPackages[server]! : [];
  if (packages.length === 0 || packages.some(installs)) return [];
  const message = `${source} starts ${server}, and no dependency is known to bring it: add ${packages[0]} to the dependencies, or give another command with --start`;
  return [{ code: 'BI183', message, source }];
}

/** What a release or a start script does to a database is a job of its own: each copy of the container would do it again. */
function notRun(step: string, source: string): Warning {
  return {
    code: 'BI144',
    message: `${source}: the container starts its server alone; run "${step}" as a job of its own (docker run --rm IMAGE … with the same settings)`,
    source,
  };
}
