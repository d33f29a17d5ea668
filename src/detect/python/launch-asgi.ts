import { InputError } from '../../errors.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject, type ApplicationObject } from './application-object.js';

/** Frameworks that speak ASGI, and the classes that make their applications. */
const classes: Readonly<Record<string, readonly string[]>> = {
  fastapi: ['FastAPI'],
  starlette: ['Starlette'],
  litestar: ['Litestar'],
  quart: ['Quart'],
};

/** Servers in the order in which one is taken, and how each is told of the application. */
const servers: readonly (readonly [string, (app: ApplicationObject, port: number) => string[]])[] = [
  [
    'uvicorn',
    ({ reference, isFactory, root }, port) => [
      'uvicorn',
      ...path('--app-dir', root),
      ...flag('--factory', isFactory),
      reference,
      '--host',
      '0.0.0.0',
      '--port',
      String(port),
    ],
  ],
  [
    'hypercorn',
    ({ reference, isFactory }, port) => [
      'hypercorn',
      '--bind',
      `0.0.0.0:${port}`,
      isFactory ? `${reference}()` : reference,
    ],
  ],
  [
    'granian',
    ({ reference, isFactory }, port) => [
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
  ],
  ['daphne', ({ reference }, port) => ['daphne', '-b', '0.0.0.0', '-p', String(port), reference]],
];

/** FastAPI and its kin: the application object and the server among the dependencies. */
export function launchAsgi({ project, sources, framework, installs, listening }: PythonApp): Launch | null {
  const made = framework === null ? undefined : classes[framework];
  const application = made && applicationObject(project, sources, made);
  if (!application) return null;
  const port = listening.port?.value ?? 8000;
  const [name, words] = servers.find(([server]) => installs(server)) ?? servers[0]!;
  if (!installs(name)) throw noServer(application);
  return launch(words(application, port), application.entry);
}

/** An image without a server could not start. */
function noServer({ entry }: ApplicationObject): InputError {
  return new InputError(
    'no-server',
    `${entry.source}: ${entry.value} needs a server, and none is among the dependencies`,
    'add uvicorn to the dependencies, or give the command that starts the app with --start',
  );
}

function path(option: string, root: string): string[] {
  return root === '' ? [] : [option, root];
}

function flag(option: string, isSet: boolean): string[] {
  return isSet ? [option] : [];
}
