import type { PythonApp } from './app.js';
import type { ApplicationObject } from './application-object.js';

/** Servers in the order in which one is taken, and how each is told of the application. */
const servers: readonly (readonly [
  name: string,
  words: (app: ApplicationObject, called: string, port: number) => readonly string[],
])[] = [
  [
    'gunicorn',
    ({ root }, called, port) => [
      'gunicorn',
      ...(root === '' ? [] : ['--pythonpath', root]),
      '--bind',
      `0.0.0.0:${port}`,
      called,
    ],
  ],
  [
    'waitress',
    ({ reference, isFactory }, _, port) => [
      'waitress-serve',
      `--listen=0.0.0.0:${port}`,
      ...(isFactory ? ['--call'] : []),
      reference,
    ],
  ],
  [
    'uwsgi',
    ({ root }, called, port) => [
      'uwsgi',
      '--http',
      `0.0.0.0:${port}`,
      '--master',
      '--die-on-term',
      ...(root === '' ? [] : ['--pythonpath', root]),
      '--module',
      called,
    ],
  ],
];

/** The command of the WSGI server among the dependencies, null where there is none. */
export function wsgiCommand(
  { installs, listening }: Pick<PythonApp, 'installs' | 'listening'>,
  application: ApplicationObject,
): readonly string[] | null {
  const [, words] = servers.find(([name]) => installs(name)) ?? [];
  if (!words) return null;
  const { reference, isFactory } = application;
  return words(application, isFactory ? `${reference}()` : reference, listening.port?.value ?? 8000);
}
