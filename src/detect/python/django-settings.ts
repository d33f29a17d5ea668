import type { Fact } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import { firstFound, type PythonSource } from './sources.js';
import { distinctFacts } from '../distinct-facts.js';

/** Django's settings as the server will load them. */
export interface DjangoSettings {
  readonly manage: PythonSource;
  /** The module that wsgi.py or asgi.py names, where manage.py names another; null: manage.py's will do. */
  readonly module: string | null;
  /** Its file, and what lies beside it for it to build on. */
  readonly sources: readonly PythonSource[];
  /** Variables of the environment without which the settings don't load, each once, where it is first asked for. */
  readonly demanded: readonly Fact<string>[];
}

/** The settings of the app, null where there is no manage.py. */
export function djangoSettings(sources: readonly PythonSource[]): DjangoSettings | null {
  const manage = managePy(sources);
  if (!manage) return null;
  const usual = settingNamed(sources, ['manage']);
  // wsgi.py serves, and often names other settings than manage.py.
  const served = settingNamed(sources, ['wsgi', 'asgi']) ?? usual;
  const own = settingsSources(sources, manage.folder, served);
  return { manage, module: served === usual ? null : served, sources: own, demanded: demanded(own) };
}

/** manage.py at the root, or in a folder of it: the one that its settings lie below, where there are more. */
export function managePy(sources: readonly PythonSource[]): PythonSource | undefined {
  const candidates = sources.filter(
    ({ name, folder, code }) =>
      name === 'manage' &&
      !folder.includes('/') &&
      // Others have a manage.py too: for packages, users, databases.
      (/\bdjango\b|DJANGO_|execute_from_command_line/.test(code) || !/^[ \t]*(?:import|from)\b/m.test(code)),
  );
  return candidates.find((manage) => hasItsSettings(sources, manage)) ?? candidates[0];
}

function hasItsSettings(sources: readonly PythonSource[], { folder, code }: PythonSource): boolean {
  const named = setting.exec(code)?.groups?.['value'];
  if (named === undefined) return false;
  const path = joinPaths(folder, named.replaceAll('.', '/'));
  return sources.some((source) => [`${path}.py`, `${path}/__init__.py`].includes(source.path));
}

const setting = /["']DJANGO_SETTINGS_MODULE["'][ \t]*,[ \t]*["'](?<value>[\w.]+)["']/;

function settingNamed(sources: readonly PythonSource[], names: readonly string[]): string | null {
  const named = sources.filter(({ name }) => names.includes(name));
  return firstFound(named, setting)?.value ?? null;
}

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
      /(^|\/)(settings|config)$/.test(source.folder) &&
      source.folder === own[0]!.folder &&
      /^(base|common|defaults?|settings)$/.test(source.name),
  );
  return [...new Set([...own, ...bases])];
}

/** Calls that stop the settings, or give them a None that they can't work with, where a variable is missing. */
const demands = [
  // os.environ["X"]
  /\b(?:os\.)?environ\[\s*["'](?<value>\w+)["']\s*\](?![ \t]*=[^=])/g,
  // env("X"), env.str("X"), config("X", cast=int)
  /\b(?:env(?:\.\w+)?|config)\(\s*["'](?<value>[A-Z]\w+)["']\s*(?:,\s*cast\s*=\s*[\w.()]+\s*)?\)/g,
  // os.environ.get("X").split(","), int(os.getenv("X"))
  /\b(?:environ\.get|getenv)\(\s*["'](?<value>\w+)["']\s*\)\./g,
  /\bint\(\s*(?:os\.)?(?:environ\.get|getenv)\(\s*["'](?<value>\w+)["']\s*\)\s*\)/g,
  // A secret key that is None stops Django; those of other services do not.
  /^[ \t]*SECRET_KEY[ \t]*(?::[^=\n]{1,40})?=[^\n]{0,60}?\b(?:environ\.get|getenv)\(\s*["'](?<value>\w+)["']\s*\)/gm,
];

function demanded(settings: readonly PythonSource[]): Fact<string>[] {
  const found = settings.flatMap(({ code, file }) =>
    demands.flatMap((demand) =>
      [...code.matchAll(demand)].flatMap(({ 0: text, index, groups }) => {
        const name = groups!['value']!;
        return withDefault(code, name) ||
          (hasReaderOfItsOwn(code) && /getenv/.test(text)) ||
          askedFor(code, name) ||
          inBranch(code, index)
          ? []
          : [file.fact(name, index)];
      }),
    ),
  );
  return distinctFacts(found);
}

/** django-environ takes defaults where it is made: `Env(DEBUG=(bool, False))`; the environment itself is given one by `setdefault`. */
function withDefault(code: string, name: string): boolean {
  return new RegExp(String.raw`\b${name}[ \t]*=[ \t]*\(|\bsetdefault\(\s*["']${name}["']`).test(code);
}

/** `from shop.environment import getenv`: who knows what it gives where a variable is missing? */
function hasReaderOfItsOwn(code: string): boolean {
  return /^from[ \t]+(?!os\b)[\w.]+[ \t]+import\b[^\n]*\bgetenv\b/m.test(code);
}

/** `os.getenv("APPS").split(",") if os.getenv("APPS") else []` */
function askedFor(code: string, name: string): boolean {
  return new RegExp(String.raw`\bif[ \t]+(?:os\.)?(?:environ\.get|getenv)\(\s*["']${name}["']\s*\)`).test(
    code,
  );
}

/** Is this place reached in some environments only? An indented line within brackets is not: `DATABASES = {`. */
function inBranch(code: string, index: number): boolean {
  let start = code.lastIndexOf('\n', index - 1) + 1;
  while (start > 0 && /[\s)\]}]/.test(code[start]!)) start = code.lastIndexOf('\n', start - 2) + 1;
  return /^(?:if|elif|else|try|except|def|class|with|for|while|async)\b/.test(code.slice(start, start + 10));
}
