import type { Fact, Warning } from '../../fact.js';
import type { DjangoSettings } from './django-settings.js';
import { firstFound } from './sources.js';
import type { Written } from './written-folders.js';

/** How Django's static files are collected while the image is built. */
export interface StaticCollection {
  /** Commands in words, null where nothing is collected. */
  readonly commands: readonly (readonly string[])[] | null;
  /** Stand-ins for what the settings ask of the environment: they end with the command. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders that the settings may want to write to: they are there while the commands run, and what comes into them is dropped. */
  readonly scratchFolders: readonly string[];
  readonly warnings: readonly Warning[];
}

export const nothingCollected: StaticCollection = {
  commands: null,
  environment: {},
  scratchFolders: [],
  warnings: [],
};

/** Where settings name a STATIC_ROOT. Stand-ins take the place of what they demand of the environment. */
export function staticCollection(
  { manage, module, sources, demanded }: DjangoSettings,
  installs: (name: string) => boolean,
  { folders }: Pick<Written, 'folders'>,
): StaticCollection {
  const root = firstFound(sources, /^[ \t]*STATIC_ROOT[ \t]*(?::[^=\n]*)?=[ \t]*(?<value>[^\n]+)/m);
  if (root === null) return nothingCollected;
  const remote = firstFound(
    sources,
    /["']storages\.backends\.(?<value>\w+)\.\w*Static\w*["']|STATICFILES_STORAGE[^\n]*["']storages\.backends\.(?<other>\w+)/,
  );
  if (remote !== null) return { ...nothingCollected, warnings: [elsewhere(remote)] };
  if (/^["']\/(?!app\/)/.test(root.value)) return { ...nothingCollected, warnings: [outside(root)] };
  const command = (name: string, ...flags: string[]) => ['python', manage.path, name, ...flags];
  const compresses =
    installs('django-compressor') && firstFound(sources, /^COMPRESS_OFFLINE[ \t]*=[ \t]*True/m) !== null;
  return {
    commands: [
      command('collectstatic', '--noinput'),
      ...(compresses ? [command('compress', '--force')] : []),
    ],
    environment: {
      ...(module === null ? {} : { DJANGO_SETTINGS_MODULE: module }),
      ...Object.fromEntries(demanded.map(({ value }) => [value, standIn(value)])),
    },
    scratchFolders: scratchFolders(root.value, folders),
    warnings: [],
  };
}

/** A folder that holds what is collected, or may hold it, is left as it is. */
function scratchFolders(staticRoot: string, folders: readonly Fact<string>[]): string[] {
  if (!/__file__|\b(?:BASE|ROOT|PROJECT)_?\w*\b|^["']/i.test(staticRoot)) return [];
  const lastName = (folder: string): string =>
    folder
      .split('/')
      .at(-1)!
      .replaceAll('.', String.raw`\.`);
  return folders
    .map(({ value }) => value)
    .filter((folder) => !new RegExp(String.raw`["'/]${lastName(folder)}\b`).test(staticRoot));
}

/** Values with which settings load, though nothing behind them is there; the first pattern of a name counts. */
const standIns: readonly (readonly [name: RegExp, value: string])[] = [
  [/SENTRY|DSN/, ''],
  [/DATABASE.*UR[IL]|(?:DB|POSTGRES|PG|MYSQL|SQL)\w*_UR[IL]/, 'sqlite:////tmp/build.sqlite3'],
  [/(?:REDIS|BROKER|CELERY)\w*UR[IL]/, 'redis://localhost:6379/0'],
  [/CACHE_URL/, 'locmemcache://'],
  [/EMAIL_URL/, 'consolemail://'],
  [/UR[IL]$/, 'http://localhost'],
  [/HOST/, 'localhost'],
  [/SECRET|KEY|TOKEN|PASSWORD/, 'build'],
];

/** What no pattern knows is a number, a switch or a text: 1 is all of them. */
function standIn(name: string): string {
  return standIns.find(([pattern]) => pattern.test(name))?.[1] ?? '1';
}

function elsewhere({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI138',
    message: `static files are not collected: they belong to a storage outside of the image (${value}); run collectstatic with its credentials when a release is made`,
    source,
  };
}

function outside({ source }: Fact<string>): Warning {
  return {
    code: 'BI138',
    message:
      'static files are not collected: STATIC_ROOT lies outside of the project; name a folder below it',
    source,
  };
}
