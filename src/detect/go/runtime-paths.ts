import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { Embed } from './embedded.js';
import type { GoModules } from './modules.js';
import { hinted, matches, type Pattern } from '../pattern.js';
import { namesConfig, setsConfig } from './quick-looks.js';
import type { GoSource } from './sources.js';

/** What a program opens beside itself when it runs, from the app's root, sorted. */
export interface RuntimePaths {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

const path = String.raw`["\x60](?<path>[^"\x60\n]{1,200})["\x60]`;

/** Calls that open a path relative to the working directory. */
const openers: readonly Pattern[] = [
  hinted(
    /(?:Glob|Files?|Dir|Open|FS|Path|Load|Config)\([^")\x60]{0,160}["\x60]/,
    String.raw`\b(?:ParseGlob|ParseFiles|LoadHTMLGlob|LoadHTMLFiles|ServeFile|ReadFile|ReadDir|Open|DirFS|Glob|SendFile|File|Dir|AddConfigPath|SetConfigFile|Load|LoadFile|DecodeFile|ReadConfig)\(\s*(?:[\w.]{1,40}\s*,\s*){0,2}${path}`,
  ),
  hinted(/Static/, String.raw`\.Static(?:FS|File)?\(\s*"[^"\n]{0,200}"\s*,\s*(?:[\w.]{1,40}\(\s*)?${path}`),
  hinted(/html\.New\(/, String.raw`\bhtml\.New\(\s*${path}`),
  // flag.String("config", "etc/shop.yaml", "the settings")
  hinted(
    namesConfig,
    String.raw`\b(?:String|StringVar)P?\(\s*(?:&[\w.]{1,60},\s*)?"(?:c|f|conf|config)(?:[-_.]?(?:file|path|dir))?"\s*,\s*(?:"\w?"\s*,\s*)?${path}`,
  ),
  // kingpin.Flag("config.file", "The settings.").Default("shop.yml")
  hinted(
    namesConfig,
    String.raw`\.Flag\(\s*"(?:c|f|conf|config)(?:[-_.]?(?:file|path|dir))?"[^{}\n]{0,200}\.Default\(\s*${path}`,
  ),
  // const defaultConfigFile = "config.yaml", Settings{ConfigPath: "etc/shop.toml"}
  hinted(
    /\.(?:ya?ml|toml|json|ini|conf|properties)["\x60]/,
    String.raw`\b\w{0,30}[cC]onf(?:ig)?\w{0,30}[ \t]*(?:string[ \t]*)?(?::|:?=)[ \t]*["\x60](?<path>[\w./-]{1,100}\.(?:ya?ml|toml|json|ini|conf|properties))["\x60]`,
  ),
  hinted(/file:/, String.raw`["\x60]file://(?<path>[^"\x60\n:]{1,200})["\x60]`),
];

/** Settings and secrets of a developer's machine never belong into an image. */
const neverCopied = /(^|\/)\.env(\.|$)|\.(pem|key|p12|pfx)$/;

/** `filepath.Join("web", "index.html")` */
const joined = hinted(
  /\bJoin\(\s*"/,
  String.raw`\b(?:filepath|path)\.Join\(\s*(?<parts>"[^"\n]{1,80}"(?:\s*,\s*"[^"\n]{1,80}"){0,6})`,
);

/** Folders that programs open by whatever way, as the beginning of any text. */
const usualFolders = [
  'template',
  'templates',
  'views',
  'static',
  'public',
  'assets',
  'migrations',
  'locale',
  'locales',
  'i18n',
  'www',
];
const usual = hinted(
  new RegExp(`["\x60](?:\\./)?(?:${usualFolders.join('|')})["\x60/]`),
  String.raw`["\x60](?:\.\/)?(?<path>${usualFolders.join('|')})(?:\/[^"\x60\n]{0,100})?["\x60]`,
);

/** viper's `SetConfigName("config")`: the file's ending is looked for. https://github.com/spf13/viper */
const configName = hinted(setsConfig, String.raw`\bSetConfigName\(\s*"(?<name>[\w.-]{1,40})"`);
const configEndings = ['yaml', 'yml', 'toml', 'json', 'ini', 'properties'];

/** Folders and files that are named literally and are there. Paths out of the project are no part of it; what is `embedded` is in the binary. */
export function runtimePaths(
  project: ProjectView,
  sources: readonly GoSource[],
  modules: GoModules,
  embedded: readonly Embed[],
  byFramework: readonly string[],
): RuntimePaths {
  const folders = new Set<string>();
  const files = new Set<string>();
  const named = [...byFramework, ...writtenPaths(project, sources, embedded)];
  for (const written of named) {
    const path = namedPath(project, written, modules);
    if (path === null) continue;
    if (project.hasFolder(path)) folders.add(path);
    else if (project.has(path) && !neverCopied.test(path))
      (path.includes('/') ? folders : files).add(holder(path));
  }
  return { folders: outermost([...folders].sort()), files: [...files].sort() };
}

function writtenPaths(
  project: ProjectView,
  sources: readonly GoSource[],
  embedded: readonly Embed[],
): string[] {
  const groups = (pattern: Pattern, name: string) =>
    [...matches(pattern, sources)].map((found) => found.groups[name] ?? '');
  const held = usualFolders.filter((folder) => holdsMore(project, folder, embedded));
  return [
    ...openers.flatMap((opener) => groups(opener, 'path')),
    ...groups(joined, 'parts').map((parts) => (parts.match(/[^",\s][^"]*(?=")/g) ?? []).join('/')),
    ...(held.length === 0 ? [] : groups(usual, 'path').filter((folder) => held.includes(folder))),
    ...groups(configName, 'name').flatMap((name) => configEndings.map((ending) => `${name}.${ending}`)),
  ];
}

/** Is there more in the folder than sources, and is it not in the binary already? */
function holdsMore(project: ProjectView, folder: string, embedded: readonly Embed[]): boolean {
  const inside = embedded.some(
    ({ path: at }) => at === folder || at.startsWith(`${folder}/`) || folder.startsWith(`${at}/`),
  );
  return !inside && project.files.some((file) => file.startsWith(`${folder}/`) && !file.endsWith('.go'));
}

/** A glob stands for the folder before its first wildcard. The root itself is no folder to copy. */
function namedPath(project: ProjectView, written: string, { all }: GoModules): string | null {
  const plain = /[*?[]/.test(written) ? written.replace(/\/?[^/]*[*?[].*$/, '') : written;
  const named = projectPath(plain);
  if (named === null || named === '') return null;
  const bases = ['', ...all.map(({ folder }) => folder)];
  const places = bases.map((folder) => joinPaths(folder, named));
  const place = places.find((candidate) => project.hasFolder(candidate) || project.has(candidate));
  return place === undefined || !isPlain(place) ? null : place;
}

/** A name that a COPY line can carry as it is. */
function isPlain(named: string): boolean {
  return /^[\w.@+\-/]+$/.test(named);
}

function holder(named: string): string {
  return named.includes('/') ? named.slice(0, named.lastIndexOf('/')) : named;
}

function outermost(sorted: readonly string[]): string[] {
  return sorted.filter((folder) => !sorted.some((other) => folder.startsWith(`${other}/`)));
}
