import type { Fact } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { managePy } from './django-settings.js';
import { chainlitFolders, welcomePage } from './chainlit-files.js';
import { hinted } from '../pattern.js';
import { modulePath } from './module-path.js';
import { firstFound, foundIn, type PythonSource } from './sources.js';

/** What a running app writes beside its sources, from the app's root. */
export interface Written {
  /** Folders that it makes or fills: `instance`, `uploads`. */
  readonly folders: readonly Fact<string>[];
  /** Files that lie among the sources, where no folder of their own could be kept: `app.db`, a key. */
  readonly databases: readonly Fact<string>[];
}

/** What it makes lies in a folder that it went to, or in one for a while. */
const elsewhere = /\bchdir\(|\bmkdtemp\(|\bTemporaryDirectory\(|\bisolated_filesystem\(/;

/** Reads the sources alone: a path that is put together from variables is not seen. */
export function writtenPaths(
  project: ProjectView,
  sources: readonly PythonSource[],
  installs: (name: string) => boolean,
): Written {
  const made = sources.flatMap((source) => [...madeFolders(source), ...besideFile(source)]);
  const files = sources.flatMap((source) => writtenFiles(source, managePy(sources)?.folder ?? ''));
  const instance = instanceFolder(project, sources, installs);
  const inFolders = files.flatMap(({ value, source }) =>
    isAmongSources(value, sources) ? [] : [{ value: value.slice(0, value.lastIndexOf('/')), source }],
  );
  return {
    folders: once([
      ...(instance ? [instance] : []),
      ...(serverRoot(sources) ?? []),
      ...chainlitFolders(project, sources),
      ...made,
      ...inFolders,
    ]).filter(({ value }) => !holdsSources(value, sources)),
    databases: [
      ...sessionKey(sources),
      ...welcomePage(project, sources),
      // Flask-SQLAlchemy puts them into the instance folder.
      ...once([...sources.flatMap(besideSettings), ...(installs('flask-sqlalchemy') ? [] : files)]).filter(
        ({ value }) => isAmongSources(value, sources) && !project.has(value),
      ),
    ],
  };
}

/** https://flask.palletsprojects.com/en/stable/config/#instance-folders: beside the package or module of the app. */
function instanceFolder(
  project: ProjectView,
  sources: readonly PythonSource[],
  installs: (name: string) => boolean,
): Fact<string> | null {
  const makes = hinted(
    /instance_path/,
    String.raw`\b(?:makedirs|mkdir)\([^)\n]{0,80}\binstance_path\b|\binstance_path\b[^\n]{0,40}\.mkdir\(`,
    '',
  );
  const database = installs('flask-sqlalchemy') ? firstFound(sources, /["']sqlite:\/\/\/(?!\/)/) : null;
  const found = firstFound(sources, makes) ?? database;
  const app = sources.find(({ code }) => /\bFlask\(/.test(code));
  if (!found || !app) return null;
  return { value: joinPaths(importRoot(project, app), 'instance'), source: found.source };
}

/** FastHTML makes a key for its sessions where it is given none. https://fastht.ml/docs/api/core.html#fasthtml */
function sessionKey(sources: readonly PythonSource[]): Fact<string>[] {
  const made = firstFound(
    sources.filter(({ code }) => /\bfasthtml\b/.test(code) && !/\bsecret_key[ \t]*=/.test(code)),
    /\b(?:fast_app|FastHTML)\(/,
  );
  return made ? [{ value: '.sesskey', source: made.source }] : [];
}

/** mod_wsgi-express writes a program for Apache where temporary files go, and runs it: a /tmp in memory forbids that. */
function serverRoot(sources: readonly PythonSource[]): Fact<string>[] | null {
  const found = firstFound(sources, hinted(/mod_wsgi/, String.raw`\bmod_wsgi\.(?:express|server)\b`, ''));
  return found && [{ value: 'state', source: found.source }];
}

/** What tells the program to use a folder that it may write to: `TMPDIR` where it runs what it has written. */
export function writtenEnvironment(sources: readonly PythonSource[]): Readonly<Record<string, string>> {
  return serverRoot(sources) === null ? {} : { TMPDIR: '/app/state' };
}

/** The folder that the app's package or module is imported from. */
function importRoot(project: ProjectView, source: PythonSource): string {
  const { module, root } = modulePath(project, source);
  return module.includes('.') || source.path.endsWith('__init__.py') ? root : source.folder;
}

/** `os.makedirs("uploads")`, `Path("data/cache").mkdir()`, also by the name of a constant. */
function madeFolders(source: PythonSource): Fact<string>[] {
  if (!/mkdir|makedirs/.test(source.code) || elsewhere.test(source.code)) return [];
  const calls = [
    /(?<![\w.])(?:os\.)?(?:makedirs|mkdir)\(\s*f?(?:["'](?<value>[^"'\n{]{1,100})["']|(?<name>[A-Za-z_]\w*)\s*[,)])/g,
    /\bPath\(\s*(?:["'](?<value>[^"'\n]{1,100})["']|(?<name>[A-Za-z_]\w*))\s*\)\.mkdir\(/g,
    /^[ \t]*(?<name>[A-Z][A-Z_]*)\.mkdir\(/gm,
  ];
  return calls.flatMap((call) =>
    [...source.code.matchAll(call)].flatMap(({ index, groups }) => {
      const path = groups?.['value'] ?? constant(source, groups?.['name'] ?? '');
      return path === null ? [] : inProject(source.file.fact(path, index));
    }),
  );
}

/** `UPLOAD_FOLDER = "uploads"`, `DATA = Path("data")` */
function constant(source: PythonSource, name: string): string | null {
  if (!/^\w+$/.test(name)) return null;
  const assigned = new RegExp(
    String.raw`^[ \t]*${name}[ \t]*=[ \t]*(?:(?:pathlib\.)?Path\()?["'](?<value>[^"'\n{]{1,100})["']\)?[ \t]*$`,
    'm',
  );
  return foundIn(source, assigned)?.value ?? null;
}

/** `BASE_DIR / "var" / "log"`, `os.path.join(BASE_DIR, "media")`, `Path(__file__).parent / "uploads"` */
const besideSources = String.raw`(?<place>[^\n"']{0,120}?(?:__file__|\bBASE_DIR\b|\bBASEDIR\b|\bbasedir\b)[^\n"']{0,60})(?<steps>["']\w[\w./-]{0,80}["'](?:[ \t]*[/,][ \t]*["']\w[\w./-]{0,80}["']){0,4})`;
const namedFolder = new RegExp(
  String.raw`^[ \t]*(?<name>[A-Za-z_]\w*)[ \t]*(?::[^=\n]{1,40})?=[ \t]*${besideSources}\)*[ \t]*$`,
  'gm',
);
/** A folder that is made where it is named, or that Django's cache of files keeps. */
const usedFolders = [
  new RegExp(String.raw`\b(?:makedirs|mkdir)\(\s*${besideSources}`, 'g'),
  new RegExp(String.raw`^[ \t]*\(${besideSources}\)+\.mkdir\(`, 'gm'),
  new RegExp(String.raw`["']LOCATION["'][ \t]*:[ \t]*${besideSources}`, 'g'),
];

/** `MEDIA_ROOT = BASE_DIR / "media"`, `UPLOADS = Path(__file__).parent / "uploads"` with `UPLOADS.mkdir()`. */
function besideFile(source: PythonSource): Fact<string>[] {
  const { code, file } = source;
  if (!/__file__|BASE_?DIR|basedir/.test(code)) return [];
  const isMade = (name: string): boolean =>
    /^(?:MEDIA_ROOT|UPLOAD\w*|\w*_UPLOAD\w*)$/.test(name) ||
    new RegExp(String.raw`\b${name}\.mkdir\(|\b(?:makedirs|mkdir)\(\s*${name}\b`).test(code);
  const named = [...code.matchAll(namedFolder)].filter(({ groups }) => isMade(groups!['name']!));
  const used = usedFolders.flatMap((pattern) => [...code.matchAll(pattern)]);
  return [...named, ...used].flatMap(({ index, groups }) => {
    const path = joinPaths(folderOf(source, groups!['place']!), pathOf(groups!['steps']!));
    return /\.(?:db|sqlite3?|log|txt|json)$/.test(path) ? [] : inProject(file.fact(path, index));
  });
}

/** `"var" / "log"` is `var/log`. */
function pathOf(steps: string): string {
  return [...steps.matchAll(/["']([^"']+)["']/g)].map(([, step]) => step!).join('/');
}

/** `Path(__file__).parent` is the file's folder, each further step one above; a base folder is Django's, above its settings. */
function folderOf({ folder, name, code }: PythonSource, place: string): string {
  const steps = /__file__/.test(place) ? place : baseFolder(code);
  const up = Math.max(1, (steps.match(/\.parent\b|\bdirname\(/g) ?? []).length) - 1;
  const above = name === folder.split('/').at(-1) && steps === '' ? 1 : up;
  return folder
    .split('/')
    .slice(0, Math.max(0, folder.split('/').length - above))
    .join('/');
}

/** How the base folder is named, with the steps of the folder that it starts from: `PROJECT_DIR` in Wagtail's settings. */
function baseFolder(code: string): string {
  const assigned = (name: string): string =>
    new RegExp(String.raw`^[ \t]*${name}[ \t]*=[^\n]*$`, 'im').exec(code)?.[0] ?? '';
  const base = assigned('BASE_?DIR');
  const from = /__file__/.test(base) ? null : /\b(?<name>[A-Z]\w*_(?:DIR|PATH|ROOT))\b(?![ \t]*=)/.exec(base);
  return from ? `${base} ${assigned(from.groups!['name']!)}` : base;
}

/** `sqlite3.connect("app.db")`, `sqlite:///./data/app.db`, `FileHandler("app.log")`; not `:memory:`, not an absolute path. */
function writtenFiles(source: PythonSource, django: string): Fact<string>[] {
  if (!/sqlite|\.db|\.log|\.txt/.test(source.code)) return [];
  // Django's own template of settings: BASE_DIR / "db.sqlite3", os.path.join(BASE_DIR, "data", "db.sqlite3").
  const inBase =
    /\bBASE_DIR(?<steps>(?:[ \t]*[/,][ \t]*["']\w[\w./-]{0,99}["']){0,4}[ \t]*[/,][ \t]*["']\w[\w./-]{0,99}\.(?:sqlite3?|db|log)["'])/g;
  const based = [...source.code.matchAll(inBase)].flatMap(({ index, groups }) => {
    return inProject(source.file.fact(joinPaths(django, pathOf(groups!['steps']!)), index));
  });
  const named = [
    /\b(?:\w*FileHandler|basicConfig)\([^)\n]{0,100}?["'](?<value>\w[\w./-]{0,99}\.(?:log|txt))["']/g,
    /["']filename["']\s*:\s*["'](?<value>\w[\w./-]{0,99}\.log)["']/g,
    /\bsqlite(?:\+\w+)?:\/\/\/(?<value>[\w.][\w./-]{0,99})/g,
    /\b(?:aio)?sqlite3?\.connect\(\s*["'](?<value>[\w.][\w./-]{0,99})["']/g,
  ];
  const fromStart = named.flatMap((pattern) =>
    [...source.code.matchAll(pattern)].flatMap(({ index, groups }) =>
      inProject(source.file.fact(groups!['value']!, index)),
    ),
  );
  return [...based, ...fromStart, ...databasesBeside(source)];
}

/** `f"{os.path.dirname(__file__)}/data/app.db"` */
function databasesBeside(source: PythonSource): Fact<string>[] {
  const written =
    /\bf(?<quote>["'])\{(?<place>[^{}"'\n]{0,80}__file__[^{}"'\n]{0,40})\}\/(?<value>\w[\w./-]{0,80}\.(?:db|sqlite3?))\k<quote>/g;
  return [...source.code.matchAll(written)].flatMap(({ index, groups }) =>
    inProject(source.file.fact(joinPaths(folderOf(source, groups!['place']!), groups!['value']!), index)),
  );
}

/** `"sqlite:///" + os.path.join(basedir, "app.db")`, `f"sqlite:///{basedir}/app.db"` */
function besideSettings(source: PythonSource): Fact<string>[] {
  const address =
    /\bsqlite:\/{3}(?:["'][ \t]*\+[ \t]*(?:os\.path\.)?join\([ \t]*(?:[\w.]{1,30}\.)?base_?dir[ \t]*,[ \t]*["']|\{[ \t]*(?:os\.path\.join\([ \t]*)?base_?dir[ \t]*(?:\}\/|,[ \t]*["']))(?<value>\w[\w./-]{0,80})/gi;
  if (!/sqlite/i.test(source.code)) return [];
  return [...source.code.matchAll(address)].flatMap(({ index, groups }) =>
    inProject(source.file.fact(joinPaths(folderOf(source, ''), groups!['value']!), index)),
  );
}

/** A folder with sources can be no volume: a file in it becomes a link. */
function isAmongSources(path: string, sources: readonly PythonSource[]): boolean {
  return !path.includes('/') || holdsSources(path.slice(0, path.lastIndexOf('/')), sources);
}

/** Only a folder or file of its own below the root, with a name that needs no quotes. */
function inProject({ value, source }: Fact<string>): Fact<string>[] {
  const path = projectPath(value);
  return path && /^[\w][\w./-]*$/.test(path) ? [{ value: path, source }] : [];
}

/** A volume hides what later images bring at its place: no folder with sources becomes one. */
function holdsSources(folder: string, sources: readonly PythonSource[]): boolean {
  return sources.some(({ path }) => path.startsWith(`${folder}/`));
}

function once(facts: readonly Fact<string>[]): Fact<string>[] {
  return facts.filter(({ value }, index) => facts.findIndex((other) => other.value === value) === index);
}
