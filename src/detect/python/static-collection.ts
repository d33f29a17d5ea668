import type { Fact, Warning } from '../../fact.js';
import { firstFound, type PythonSource } from './sources.js';

/** How Django's static files are collected while the image is built. */
export interface StaticCollection {
  /** Commands in words, null where nothing is collected. */
  readonly commands: readonly (readonly string[])[] | null;
  /** Stand-ins for what the settings ask of the environment: they end with the command. */
  readonly environment: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
}

export const nothingCollected: StaticCollection = { commands: null, environment: {}, warnings: [] };

/** Where settings name a STATIC_ROOT. What they demand of the environment beside a secret key can't be made up. */
export function staticCollection(
  sources: readonly PythonSource[],
  installs: (name: string) => boolean,
): StaticCollection {
  const manage = sources.find(({ name, folder }) => name === 'manage' && !folder.includes('/'));
  if (!manage) return nothingCollected;
  const usual = settingNamed(sources, ['manage']);
  // wsgi.py serves, and often names other settings than manage.py.
  const module = settingNamed(sources, ['wsgi', 'asgi']) ?? usual;
  const settings = settingsSources(sources, manage.folder, module);
  const root = firstFound(settings, /^[ \t]*STATIC_ROOT[ \t]*(?::[^=\n]*)?=[ \t]*(?<value>[^\n]+)/m);
  if (root === null) return nothingCollected;
  const missing = demanded(settings).filter(({ value }) => !isSecretKey(value));
  if (missing.length > 0) return { ...nothingCollected, warnings: [notCollected(missing[0]!)] };
  if (/^["']\//.test(root.value)) return { ...nothingCollected, warnings: [outside(root)] };
  const command = (name: string, ...flags: string[]) => ['python', manage.path, name, ...flags];
  const compresses =
    installs('django-compressor') && firstFound(settings, /^COMPRESS_OFFLINE[ \t]*=[ \t]*True/m) !== null;
  return {
    commands: [
      command('collectstatic', '--noinput'),
      ...(compresses ? [command('compress', '--force')] : []),
    ],
    environment: {
      ...(module === null || module === usual ? {} : { DJANGO_SETTINGS_MODULE: module }),
      ...Object.fromEntries(secretKeys(settings).map((name) => [name, 'build'])),
    },
    warnings: [],
  };
}

const setting = /["']DJANGO_SETTINGS_MODULE["'][ \t]*,[ \t]*["'](?<value>[\w.]+)["']/;

function settingNamed(sources: readonly PythonSource[], names: readonly string[]): string | null {
  const named = sources.filter(({ name }) => names.includes(name));
  return firstFound(named, setting)?.value ?? null;
}

/** The module's own file, and what lies beside it for it to build on. */
function settingsSources(
  sources: readonly PythonSource[],
  folder: string,
  module: string | null,
): PythonSource[] {
  const path = module === null ? null : [folder, ...module.split('.')].filter(Boolean).join('/');
  const own = sources.filter(
    (source) => source.path === `${path}.py` || source.path === `${path}/__init__.py`,
  );
  if (own.length === 0) return sources.filter(({ name }) => name === 'settings');
  const bases = sources.filter(
    (source) =>
      /(^|\/)settings$/.test(source.folder) &&
      source.folder === own[0]!.folder &&
      /^(base|common|defaults?|settings)$/.test(source.name),
  );
  return [...new Set([...own, ...bases])];
}

/** os.environ["X"], env("X"), env.str("X"), config("X"): without a default the settings don't load. */
const demand =
  /\b(?:os\.)?environ\[\s*["'](?<value>\w+)["']\s*\](?![ \t]*=[^=])|\b(?:env(?:\.\w+)?|config)\(\s*["'](?<call>[A-Z]\w+)["']\s*(?:,\s*cast\s*=\s*[\w.()]+\s*)?\)/g;

/** os.environ.get("X"), getenv("X"): loads, but a secret key that is None stops Django. */
const unset = /\b(?:environ\.get|getenv)\(\s*["'](?<value>\w*SECRET_KEY\w*)["']\s*\)/g;

function demanded(settings: readonly PythonSource[]): Fact<string>[] {
  return settings.flatMap(({ code, file }) =>
    [...code.matchAll(demand)].flatMap(({ index, groups }) => {
      // Indented lines are often reached in some environments only; what a default covers is not demanded.
      const line = code.slice(code.lastIndexOf('\n', index) + 1, index);
      const name = groups!['value'] ?? groups!['call'] ?? '';
      return /^[ \t]/.test(line) || withDefault(code, name) ? [] : [file.fact(name, index)];
    }),
  );
}

/** django-environ takes defaults where it is made: `Env(DEBUG=(bool, False))`. */
function withDefault(code: string, name: string): boolean {
  return new RegExp(String.raw`\b${name}[ \t]*=[ \t]*\(`).test(code);
}

function secretKeys(settings: readonly PythonSource[]): string[] {
  const optional = settings.flatMap(({ code }) =>
    [...code.matchAll(unset)].map(({ groups }) => groups!['value']!),
  );
  return [...new Set([...demanded(settings).map(({ value }) => value), ...optional])].filter(isSecretKey);
}

function isSecretKey(name: string): boolean {
  return /SECRET_KEY/.test(name);
}

function notCollected({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI138',
    message: `static files are not collected: the settings need ${value}, which a build does not have; give it a default, or run collectstatic before the build`,
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
