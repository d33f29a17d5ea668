import { InputError } from '../../errors.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject, namedApplication, type ApplicationObject } from './application-object.js';

/** Frameworks that speak ASGI, and what makes their applications. */
const makers: Readonly<Record<string, readonly string[]>> = {
  fastapi: ['FastAPI', 'mount_gradio_app'],
  fasthtml: ['FastHTML', 'fast_app'],
  starlette: ['Starlette'],
  litestar: ['Litestar'],
  quart: ['Quart'],
  blacksheep: ['Application'],
  falcon: [String.raw`falcon\.asgi\.App`],
};

/** Ports of frameworks that have one of their own. */
const usualPorts: Readonly<Record<string, number>> = { fasthtml: 5001, quart: 5000 };

interface ServerCommand {
  readonly words: (app: ApplicationObject, port: number) => readonly string[];
  /** Has it an option for the folder to import from? Else Python is told by its own variable. */
  readonly takesFolder: boolean;
}

/** Servers in the order in which one is taken, and how each is told of the application. */
const servers: readonly (readonly [name: string, command: ServerCommand])[] = [
  [
    'uvicorn',
    {
      takesFolder: true,
      words: ({ reference, isFactory, root }, port) => [
        'uvicorn',
        ...(root === '' ? [] : ['--app-dir', root]),
        ...flag('--factory', isFactory),
        reference,
        '--host',
        '0.0.0.0',
        '--port',
        String(port),
      ],
    },
  ],
  [
    'hypercorn',
    {
      takesFolder: false,
      words: ({ reference, isFactory }, port) => [
        'hypercorn',
        '--bind',
        `0.0.0.0:${port}`,
        isFactory ? `${reference}()` : reference,
      ],
    },
  ],
  [
    'granian',
    {
      takesFolder: false,
      words: ({ reference, isFactory }, port) => [
        'granian',
        '--interface',
        'asgi',
        '--host',
        '0.0.0.0',
        '--port',
        String(port),
        ...flag('--factory', isFactory),
        reference,
      ],
    },
  ],
  [
    'daphne',
    {
      takesFolder: false,
      words: ({ reference }, port) => ['daphne', '-b', '0.0.0.0', '-p', String(port), reference],
    },
  ],
];

/** FastAPI and its kin: the application object and the server among the dependencies. */
export function launchAsgi(app: PythonApp): Launch | null {
  const { project, sources, framework, installs, listening } = app;
  const made = framework === null || !Object.hasOwn(makers, framework) ? undefined : makers[framework];
  const application =
    made && (namedApplication(project, sources) ?? applicationObject(project, sources, made));
  if (!application) return null;
  const port = listening.port?.value ?? usualPorts[framework!] ?? 8000;
  const [, command] = servers.find(([name]) => installs(name)) ?? [];
  if (!command) throw noServer(application);
  const found = launch(command.words(application, port), application.entry);
  const { root } = application;
  return root === '' || command.takesFolder ? found : { ...found, environment: { PYTHONPATH: root } };
}

/** An image without a server could not start. */
function noServer({ entry }: ApplicationObject): InputError {
  return new InputError(
    'no-server',
    `${entry.source}: ${entry.value} needs a server, and none is among the dependencies`,
    'add uvicorn to the dependencies (those for development are not installed), or give the command that starts the app with --start',
  );
}

function flag(option: string, isSet: boolean): string[] {
  return isSet ? [option] : [];
}
