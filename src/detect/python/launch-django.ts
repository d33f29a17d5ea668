import { joinPaths } from '../../project/project-path.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { managePy } from './django-settings.js';
import type { PythonSource } from './sources.js';

type Interface = 'wsgi' | 'asgi';

interface ServerCommand {
  readonly speaks: Interface;
  /** Has it an option for the folder that `folder` gives? Else it is started in it. */
  readonly takesFolder: boolean;
  /** `module` is `shop.wsgi:application`, `folder` where manage.py lies. */
  readonly words: (module: string, folder: string) => readonly string[];
}

const inFolder = (speaks: Interface, words: ServerCommand['words']): ServerCommand => ({
  speaks,
  takesFolder: false,
  words,
});

/** Servers in the order in which one is taken. */
const servers: readonly (readonly [name: string, command: ServerCommand])[] = [
  [
    'gunicorn',
    {
      speaks: 'wsgi',
      takesFolder: true,
      words: (module, folder) => ['gunicorn', ...option('--chdir', folder), '--bind', '0.0.0.0:8000', module],
    },
  ],
  [
    'uvicorn',
    {
      speaks: 'asgi',
      takesFolder: true,
      words: (module, folder) => [
        'uvicorn',
        ...option('--app-dir', folder),
        module,
        '--host',
        '0.0.0.0',
        '--port',
        '8000',
      ],
    },
  ],
  ['daphne', inFolder('asgi', (module) => ['daphne', '-b', '0.0.0.0', '-p', '8000', module])],
  ['hypercorn', inFolder('asgi', (module) => ['hypercorn', '--bind', '0.0.0.0:8000', module])],
  [
    'granian',
    inFolder('wsgi', (module) => [
      'granian',
      '--interface',
      'wsgi',
      '--host',
      '0.0.0.0',
      '--port',
      '8000',
      module,
    ]),
  ],
  ['waitress', inFolder('wsgi', (module) => ['waitress-serve', '--listen=0.0.0.0:8000', module])],
  [
    'uwsgi',
    inFolder('wsgi', (module) => [
      'uwsgi',
      '--http',
      '0.0.0.0:8000',
      '--master',
      '--die-on-term',
      '--module',
      module,
    ]),
  ],
];

/** Django: manage.py, its wsgi or asgi module, and a server among the dependencies, else the development server. */
export function launchDjango(app: PythonApp): Launch | null {
  const manage = managePy(app.sources);
  if (!manage) return null;
  // Channels answer web sockets, which WSGI can't carry.
  const order = app.installs('channels')
    ? [...servers].sort((a, b) => a[1].speaks.localeCompare(b[1].speaks))
    : servers;
  for (const [name, { speaks, words, takesFolder }] of order) {
    const module = app.installs(name) ? interfaceModule(app, manage.folder, speaks) : null;
    if (!module) continue;
    const entry = module.source.file.fact(module.source.path, 0);
    const found = launch(words(module.reference, manage.folder), entry);
    return manage.folder === '' || takesFolder ? found : { ...found, folder: manage.folder };
  }
  const entry = manage.file.fact(manage.path, 0);
  return launch(['python', manage.path, 'runserver', '0.0.0.0:8000'], entry, [
    {
      code: 'BI135',
      message: "Django's own server is for development: add gunicorn to the dependencies",
      source: entry.source,
    },
  ]);
}

interface InterfaceModule {
  readonly reference: string;
  readonly source: PythonSource;
}

function interfaceModule(
  { sources, project }: PythonApp,
  folder: string,
  name: Interface,
): InterfaceModule | null {
  const stated = sources.flatMap(
    ({ code }) =>
      new RegExp(String.raw`^${name.toUpperCase()}_APPLICATION[ \t]*=[ \t]*["']([\w.]+)\.\w+["']`, 'm').exec(
        code,
      )?.[1] ?? [],
  );
  const files = stated.map((module) => joinPaths(folder, `${module.replaceAll('.', '/')}.py`));
  const source =
    sources.find(({ path }) => files.includes(path) && project.has(path)) ??
    sources.find((found) => found.name === name && found.path.startsWith(folder === '' ? '' : `${folder}/`));
  if (!source) return null;
  const inside = folder === '' ? source.path : source.path.slice(folder.length + 1);
  const module = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  return /^[\w.]+$/.test(module) ? { reference: `${module}:application`, source } : null;
}

function option(name: string, value: string): string[] {
  return value === '' ? [] : [name, value];
}
