import type { Fact, Warning } from '../../fact.js';
import { isLoopback, loopbackWarning } from '../listening.js';
import type { PythonApp, Launch } from './app.js';
import { configuredAddress, type ConfiguredAddress } from './configured-address.js';
import { launchAiohttp } from './launch-aiohttp.js';
import { launchAsgi } from './launch-asgi.js';
import { launchBottle } from './launch-bottle.js';
import { launchPserve, launchUwsgi } from './launch-configured.js';
import { launchDjango } from './launch-django.js';
import { launchFlask } from './launch-flask.js';
import { launchFunction } from './launch-functions.js';
import { launchMcp } from './launch-mcp.js';
import { launchNotebook } from './launch-notebook.js';
import { launchPage } from './launch-page.js';
import { launchRunner } from './launch-runner.js';
import { launchSanic } from './launch-sanic.js';
import { launchScrapy } from './launch-scrapy.js';
import { launchServingTask, launchStated, launchTask, unusable } from './launch-stated.js';
import {
  launchApplication,
  launchCelery,
  launchInterfaceModule,
  launchMainFile,
  launchProjectScript,
} from './launch-script.js';
import { launchDash, launchWsgi } from './launch-wsgi.js';
import { closedListening } from './listening.js';
import { projectPrograms } from './project-programs.js';
import { refuseSecondPython } from './refuse-second-python.js';
import { refuseUnserved } from './refuse-unserved.js';
import { isClosed, serving, type Serving } from './servers.js';
import { firstFound } from './sources.js';

/** How the app is started, and what follows from that. */
export interface PythonStart {
  readonly entry: Fact<string> | null;
  readonly start: Fact<string> | null;
  readonly words: readonly string[];
  /** The folder that it is started in, null for the app's root. */
  readonly folder: string | null;
  readonly runsSources: boolean;
  readonly environment: Readonly<Record<string, string>>;
  readonly port: Fact<number> | null;
  readonly portVariable: Fact<string> | null;
  readonly handlesSigterm: Fact<boolean>;
  /** The signal that ends it where SIGTERM doesn't, null where it does. */
  readonly stopSignal: string | null;
  readonly warnings: readonly Warning[];
}

/** The ways to start an app: the first that finds something is taken. */
const ways: readonly ((app: PythonApp) => Launch | null)[] = [
  launchStated,
  launchServingTask,
  launchUwsgi,
  launchDjango,
  launchAsgi,
  launchSanic,
  launchFlask,
  launchWsgi,
  launchAiohttp,
  launchBottle,
  launchDash,
  launchFunction,
  launchPage,
  launchPserve,
  launchMcp,
  launchNotebook,
  launchTask,
  launchProjectScript,
  launchInterfaceModule,
  launchApplication,
  launchRunner,
  launchCelery,
  launchScrapy,
  refuseUnserved,
  launchMainFile,
];

/** Ports of frameworks whose script listens by itself, where the script names none. */
const scriptPorts: Readonly<Record<string, number>> = {
  gradio: 7860,
  dash: 8050,
  nicegui: 8080,
  aiohttp: 8080,
  bottle: 8080,
  cherrypy: 8080,
  robyn: 8080,
  quart: 5000,
  flask: 5000,
};

/** Frameworks whose script listens on loopback where it names no host, and what would open it. */
const closedFrameworks: Readonly<Record<string, string>> = {
  flask: 'give run() host="0.0.0.0"',
  bottle: 'give run() host="0.0.0.0"',
  robyn: 'give start() host="0.0.0.0"',
  cherrypy: 'set server.socket_host to 0.0.0.0',
};

/** Frameworks that stop serving at SIGTERM and then never end. */
const stopSignals: Readonly<Record<string, string>> = { robyn: 'SIGINT' };

/** Calls in the sources after which SIGTERM ends the program. */
const handler =
  /\bsignal\.signal\(\s*(?:signal\.)?SIGTERM|\badd_signal_handler\(\s*(?:signal\.)?SIGTERM|\buvicorn\.run\(|\bweb\.run_app\(/;

/** Finds the start command and opens its server to others. Throws InputError `no-server` where what it needs is no dependency. */
export function pythonStart(app: PythonApp): PythonStart {
  const own = withConfiguredPort(app);
  for (const way of ways) {
    const found = way(own);
    if (!found) continue;
    refuseSecondPython(own, found);
    return started(own, found);
  }
  return {
    entry: null,
    start: null,
    words: [],
    folder: null,
    runsSources: true,
    environment: {},
    port: app.listening.port,
    portVariable: app.listening.portVariable,
    handlesSigterm: { value: false, source: 'default: Python ignores SIGTERM as process 1' },
    stopSignal: null,
    warnings: [unknownStart(app)],
  };
}

/** gunicorn reads its file of settings whoever calls it. */
function withConfiguredPort(app: PythonApp): PythonApp {
  const configured = app.installs('gunicorn') ? configuredAddress(app.project, ['gunicorn']) : null;
  return configured ? { ...app, listening: { ...app.listening, port: configured.port } } : app;
}

function unknownStart({ project }: PythonApp): Warning {
  const programs = projectPrograms(project).map(({ value }) => value);
  const several = programs.length === 0 ? '' : ` (it installs ${programs.join(', ')})`;
  return {
    code: 'BI134',
    message: `nothing says how the app starts${several}: give the command with --start`,
    source: null,
  };
}

function started(app: PythonApp, found: Launch): PythonStart {
  const { words, entry, command, runsSources, environment, folder = null } = found;
  const serves = serving(words);
  const configured = serves?.isStated ? null : configuredAddress(app.project, words);
  const ownWords =
    configured && serves ? openedFile(serves, configured, words) : (serves?.words ?? openDjango(words));
  const written = command ?? { value: shown(ownWords), source: entry.source };
  const shared = {
    entry,
    start: written,
    words: ownWords,
    folder,
    runsSources,
    environment,
    stopSignal: (app.framework !== null && stopSignals[app.framework]) || null,
  };
  const passedBy = command === app.command?.command ? [] : unusable(app);
  const warnings = [...passedBy, ...found.warnings];
  if (serves) {
    const port = configured?.port ?? { value: serves.port, source: portSource(app, serves, written) };
    const handlesSigterm = {
      value: serves.server.handlesSigterm,
      source: `${written.source} (${serves.server.name})`,
    };
    return {
      ...shared,
      port,
      portVariable: null,
      handlesSigterm,
      warnings: [...warnings, ...closedServer(serves, configured, ownWords, written)],
    };
  }
  const listens = ownServer(app, ownWords, written);
  return {
    ...shared,
    ...listens,
    port: found.port ?? listens.port,
    warnings: [...warnings, ...closedScript(app, words)],
  };
}

/** The command's own address goes before the one in the file. */
function openedFile(
  { server }: Serving,
  { host, port }: ConfiguredAddress,
  words: readonly string[],
): readonly string[] {
  return isLoopback(host) ? [...words, ...server.open(port.value)] : words;
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

/** runserver without an address listens on loopback. */
function openDjango(words: readonly string[]): readonly string[] {
  return words.at(-1) === 'runserver' ? [...words, '0.0.0.0:8000'] : words;
}

function closedServer(
  serves: Serving,
  configured: ConfiguredAddress | null,
  words: readonly string[],
  start: Fact<string>,
): Warning[] {
  const remedy = 'listen on 0.0.0.0';
  if (configured && isLoopback(configured.host) && !words.includes(`0.0.0.0:${configured.port.value}`))
    return [loopbackWarning({ value: configured.host, source: configured.port.source }, remedy)];
  return isClosed(serves) ? [loopbackWarning({ value: serves.host!, source: start.source }, remedy)] : [];
}

function closedScript(app: PythonApp, words: readonly string[]): Warning[] {
  if (!runsOwnProgram(app, words) || words.includes('runserver')) return [];
  const named = closedListening(app.sources);
  const framework = app.framework ?? '';
  if (named.length > 0 || !Object.hasOwn(closedFrameworks, framework)) return named;
  const silent = firstFound(
    app.sources.filter(({ code }) => !/\b(?:socket_)?host["']?\s*[=:]/.test(code)),
    /(?<![.\w]|def )(?:(?:app|application|socketio|server)\.run|run|app\.start|(?:cherrypy\.)?quickstart)\(/,
  );
  return silent
    ? [loopbackWarning({ value: '127.0.0.1', source: silent.source }, closedFrameworks[framework]!)]
    : [];
}

/** A script, a module, or the program that the project installs. */
function runsOwnProgram({ project }: PythonApp, words: readonly string[]): boolean {
  return (
    words.some((word) => word.endsWith('.py') || word === '-m') ||
    projectPrograms(project).some(({ value }) => value === words[0])
  );
}

function servesItself({ sources, framework }: PythonApp): boolean {
  // A bot often has a small server of aiohttp's in it, and says where that listens.
  if (framework === 'aiohttp') return sources.some(({ code }) => /\brun_app\(/.test(code));
  return sources.some(({ code }) => /\.(?:run|launch|run_app|serve|start|quickstart)\(|\brun\(/.test(code));
}

/** The words as one would type them. */
function shown(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)).join(' ');
}
