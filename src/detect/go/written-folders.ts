import type { Fact } from '../../fact.js';
import { projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { hinted, matches, occurs, type Pattern } from '../pattern.js';
import { tagsDefault } from './quick-looks.js';
import type { GoSource } from './sources.js';
import { distinctFacts } from '../distinct-facts.js';

/** What a program writes below its working directory. */
export interface WrittenByGo {
  readonly folders: readonly Fact<string>[];
  /** Database files with no folder of their own. */
  readonly databases: readonly Fact<string>[];
}

const quoted = String.raw`["\x60](?<value>(?:\.\/)?\w[\w./-]{0,98})["\x60]`;

/** With a name that says that it holds what a program keeps: a setting may name anything. */
const dataFolder = String.raw`["\x60](?<value>(?:\.\/)?(?:data|uploads?|storage|cache|db|database|state|files|images|media|plugins)(?:\/[\w./-]{0,80})?)["\x60]`;

/** Calls that make a folder, or open one to write to, and settings that name one. */
const folderIdioms: readonly Pattern[] = [
  hinted(/Mkdir/, String.raw`\bos\.Mkdir(?:All)?\(\s*${quoted}`),
  hinted(/badger/, String.raw`\bbadger\.DefaultOptions\(\s*${quoted}`),
  hinted(
    /Open(?:File)?\(\s*["\x60]/,
    String.raw`\b(?:leveldb\.OpenFile|pebble\.Open|bitcask\.Open)\(\s*${quoted}`,
  ),
  // UploadedImagesDir string `default:"data/images"`
  hinted(
    tagsDefault,
    String.raw`\b\w{0,30}(?:Dir|Folder|Directory)\s+string\s+\x60[^\x60\n]{0,120}\b(?:env-?[dD]|d)efault:"(?<value>(?:\.\/)?\w[\w./-]{0,98})"`,
  ),
  // flag.StringVar(&dir, "data", "./data", …)
  hinted(
    /"(?:data|storage|cache|uploads?|db|state)[-_.]?\w{0,10}"\s*,/,
    String.raw`\bString(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"(?:data|storage|cache|uploads?|db|state)(?:[-_.]?(?:dir|path|folder|directory))?"\s*,\s*(?:"\w?"\s*,\s*)?${dataFolder}`,
  ),
  // UploadedImagesDir: "data/images", dataDir := getEnv("DATA_DIR", "./data")
  hinted(
    /["`](?:\.\/)?(?:data|uploads?|storage|cache|db|database|state|files|images|media|plugins)[/"`]/,
    String.raw`\b\w{0,20}(?:Data|Upload\w{0,12}|Storage|Cache|Database|State|Plugins?|Images?)_?(?:Dir|Folder|Directory|Path)\s*(?::|:?=)\s*${dataFolder}`,
  ),
  hinted(
    /_(?:DIR|PATH|FOLDER)"/,
    String.raw`\(\s*"(?:[A-Z]+_){0,3}(?:DATA|UPLOADS?|STORAGE|CACHE|STATE)_(?:DIR|PATH|FOLDER)"\s*,\s*${quoted}`,
  ),
];

/** A database file: `sql.Open("sqlite3", "./data/app.db")`, `bolt.Open("my.db", …)`, `default:"data/gotify.db"`; not the key of a setting (`json:"cache.db"`, `Key = "cache.db"`, `GetInt("cache.db")`, `"cache.db": {`), nor below a folder that only the run time knows. */
const databaseIdiom = hinted(
  /\.(?:db|sqlite3?|bolt)\b/,
  String.raw`(?<!\b(?:json|ya?ml|toml|koanf|mapstructure):|\bKey[ \t]{0,4}=[ \t]{0,4}|\bGet\w{0,12}\(|\bJoin\([ \t]{0,4}[\w.]{1,40},[ \t]{0,4})["\x60](?:file:|sqlite3?:(?:\/\/)?)?(?<value>(?:\.\/)?\w[\w./-]{0,80}\.(?:db|sqlite3?|bolt))(?:\?[^"\x60\n]{0,120})?["\x60](?!\s{0,2}:)`,
);

/** A volume hides what later images bring at its place: no folder with files of the project becomes one. */
export function writtenFolders(
  project: ProjectView,
  sources: readonly GoSource[],
  framework: { readonly writes: readonly string[]; readonly source: string } | null,
): WrittenByGo {
  const files = named(sources, databaseIdiom, (name) => !isJoined(sources, name));
  const folders = [
    ...(framework?.writes ?? []).map((value) => ({ value, source: framework!.source })),
    ...folderIdioms.flatMap((idiom) => named(sources, idiom)),
    ...files.flatMap(({ value, source }) =>
      value.includes('/') ? [{ value: value.slice(0, value.lastIndexOf('/')), source }] : [],
    ),
  ].map(({ value, source }) => ({ value: value.split('/')[0]!, source }));
  return {
    folders: distinctFacts(folders).filter(
      ({ value }) => !value.includes('.') && !holdsFiles(project, value),
    ),
    databases: distinctFacts(files).filter(({ value }) => !value.includes('/') && !project.has(value)),
  };
}

/** Only plain paths below the working directory. */
function named(
  sources: readonly GoSource[],
  idiom: Pattern,
  accepts: (constant: string) => boolean = () => true,
): Fact<string>[] {
  return [...matches(idiom, sources)].flatMap(({ source, index, groups }) => {
    const constant = /\b(?<name>\w+)[ \t]*(?:string[ \t]*)?:?=[ \t]*$/.exec(
      source.code.slice(Math.max(0, index - 80), index),
    );
    if (constant && !accepts(constant.groups!['name']!)) return [];
    const path = projectPath(groups['value'] ?? '');
    // A name in capitals is one of a variable.
    return path && /^\w[\w./-]*$/.test(path) && /[a-z]/.test(path) ? [source.file.fact(path, index)] : [];
  });
}

/** Is a constant only the end of a path that begins elsewhere: `filepath.Join(dir, databaseName)`? */
function isJoined(sources: readonly GoSource[], name: string): boolean {
  const joined = hinted(
    new RegExp(name),
    String.raw`\bJoin\([^()\n]{0,80}(?:\([^()\n]{0,40}\)[^()\n]{0,40})?,[ \t]*(?:\w{1,30}\.)?${name}\b`,
    '',
  );
  return sources.some((source) => occurs(joined, source));
}

function holdsFiles(project: ProjectView, folder: string): boolean {
  return project.files.some((path) => path.startsWith(`${folder}/`) && !/\/\.[^/]+$/.test(path));
}
