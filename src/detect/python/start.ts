import type { Fact, Warning } from '../../fact.js';
import { loopbackWarning } from '../listening.js';
import type { PythonApp, Launch } from './app.js';
import { launchAsgi } from './launch-asgi.js';
import { launchDjango } from './launch-django.js';
import { launchFlask } from './launch-flask.js';
import { launchPage } from './launch-page.js';
import { launchStated } from './launch-stated.js';
import { launchCelery, launchInterfaceModule, launchMainFile, launchProjectScript } from './launch-script.js';
import { closedListening } from './listening.js';
import { isClosed, serving, type Serving } from './servers.js';
import { firstFound } from './sources.js';

/** How the app is started, and what follows from that. */
export interface PythonStart {
  readonly entry: Fact<string> | null;
  readonly start: Fact<string> | null;
  readonly words: readonly string[];
  readonly runsSources: boolean;
  readonly environment: Readonly<Record<string, string>>;
  readonly port: Fact<number> | null;
  readonly portVariable: Fact<string> | null;
  readonly handlesSigterm: Fact<boolean>;
  readonly warnings: readonly Warning[];
}

/** The ways to start an app: the first that finds something is taken. */
const ways: readonly ((app: PythonApp) => Launch | null)[] = [
  launchStated,
  launchDjango,
  launchAsgi,
  launchFlask,
  launchPage,
  launchProjectScript,
  launchInterfaceModule,
  launchCelery,
  launchMainFile,
];

/** Ports of frameworks whose script listens by itself, where the script names none. */
const scriptPorts: Readonly<Record<string, number>> = {
  gradio: 7860,
  dash: 8050,
  aiohttp: 8080,
  sanic: 8000,
  bottle: 8080,
  flask: 5000,
};

/** Frameworks whose script listens on loopback where it names no host. */
const closedFrameworks = ['flask', 'sanic', 'bottle'];

/** Calls in the sources after which SIGTERM ends the program. */
const handler =
  /\bsignal\.signal\(\s*(?:signal\.)?SIGTERM|\badd_signal_handler\(\s*(?:signal\.)?SIGTERM|\buvicorn\.run\(|\bweb\.run_app\(/;

/** Finds the start command and opens its server to others. Throws InputError `no-server` where what it needs is no dependency. */
export function pythonStart(app: PythonApp): PythonStart {
  for (const way of ways) {
    const found = way(app);
    if (found) return started(app, found);
  }
  return {
    entry: null,
    start: null,
    words: [],
    runsSources: true,
    environment: {},
    port: app.listening.port,
    portVariable: app.listening.portVariable,
    handlesSigterm: { value: false, source: 'default: Python ignores SIGTERM as process 1' },
    warnings: [
      {
        code: 'BI134',
        message: 'nothing says how the app starts: give the command with --start',
        source: null,
      },
    ],
  };
}

function started(
  app: PythonApp,
  { words, entry, command, runsSources, environment, warnings }: Launch,
): PythonStart {
  const serves = serving(words);
  const configured = serves?.server.name === 'gunicorn' ? gunicornBind(app) : null;
  const ownWords = configured ? words : (serves?.words ?? openDjango(words));
  const written = command ?? { value: shown(ownWords), source: entry.source };
  const shared = { entry, start: written, words: ownWords, runsSources, environment };
  if (serves) {
    const port = configured ?? { value: serves.port, source: portSource(app, serves, written) };
    const handlesSigterm = {
      value: serves.server.handlesSigterm,
      source: `${written.source} (${serves.server.name})`,
    };
    return {
      ...shared,
      port,
      portVariable: null,
      handlesSigterm,
      warnings: [...warnings, ...closedServer(serves, written)],
    };
  }
  return {
    ...shared,
    ...ownServer(app, ownWords, written),
    warnings: [...warnings, ...closedScript(app, words)],
  };
}

/** A program without a known server in front of it. */
function ownServer(
  app: PythonApp,
  words: readonly string[],
  start: Fact<string>,
): Pick<PythonStart, 'port' | 'portVariable' | 'handlesSigterm'> {
  const development = words.find((word) => /^[\d.]+:\d+$/.test(word) && words.includes('runserver'));
  const byFramework =
    app.framework !== null && Object.hasOwn(scriptPorts, app.framework) && servesItself(app)
      ? scriptPorts[app.framework]!
      : null;
  const worker = words[0] === 'celery';
  // Commands of manage.py are processes of their own.
  const handled = development
    ? null
    : firstFound(
        app.sources.filter(({ path }) => !path.includes('/management/')),
        handler,
      );
  return {
    port: development
      ? { value: Number(development.split(':')[1]), source: start.source }
      : worker
        ? null
        : (app.listening.port ??
          (byFramework === null
            ? null
            : { value: byFramework, source: `${start.source} (${app.framework})` })),
    portVariable: development || worker ? null : app.listening.portVariable,
    handlesSigterm: worker
      ? { value: true, source: `${start.source} (celery)` }
      : { value: handled !== null, source: handled?.source ?? start.source },
  };
}

/** A port that the sources named is read there, one that the server takes by itself in the start command. */
function portSource({ listening }: PythonApp, { port }: Serving, start: Fact<string>): string {
  return listening.port?.value === port ? listening.port.source : start.source;
}

/** `bind` in gunicorn's own configuration file, which it reads without being told. */
function gunicornBind({ project }: PythonApp): Fact<number> | null {
  const bind = project
    .read('gunicorn.conf.py')
    ?.match(/^bind[ \t]*=[ \t]*\[?[ \t]*["'][^"'\n]*:(?<value>\d{2,5})["']/m);
  return bind ? { value: Number(bind.value), source: bind.source } : null;
}

/** runserver without an address listens on loopback. */
function openDjango(words: readonly string[]): readonly string[] {
  return words.at(-1) === 'runserver' ? [...words, '0.0.0.0:8000'] : words;
}

function closedServer(serves: Serving, start: Fact<string>): Warning[] {
  return isClosed(serves)
    ? [loopbackWarning({ value: serves.host!, source: start.source }, 'listen on 0.0.0.0')]
    : [];
}

function closedScript(app: PythonApp, words: readonly string[]): Warning[] {
  if (!words.some((word) => word.endsWith('.py')) || words.includes('runserver')) return [];
  const named = closedListening(app.sources);
  if (named.length > 0 || !closedFrameworks.includes(app.framework ?? '')) return named;
  const silent = firstFound(
    app.sources.filter(({ code }) => !/\bhost\s*=/.test(code)),
    /\bapp\.run\(/,
  );
  return silent
    ? [loopbackWarning({ value: '127.0.0.1', source: silent.source }, 'give run() host="0.0.0.0"')]
    : [];
}

function servesItself({ sources }: PythonApp): boolean {
  return sources.some(({ code }) => /\.(?:run|launch|run_app|serve)\(|\brun\(/.test(code));
}

/** The words as one would type them. */
function shown(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)).join(' ');
}
