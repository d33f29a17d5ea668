import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import { projectPath } from '../../project/project-path.js';
import type { NodeApp } from './node-app.js';
import type { ProgramSource } from './program-sources.js';
import { distinctFacts } from '../distinct-facts.js';

const path = String.raw`['"\`](?<value>[\w.][\w./-]{0,99})['"\`]`;
/** A path below the file's folder or the app's: `path.join(__dirname, 'uploads')`. */
const joined = String.raw`(?:path\.)?(?:join|resolve)\(\s*(?:__dirname|process\.cwd\(\))\s*,\s*${path}`;

/** Calls that make a folder, or name one that is written to. */
const folderIdioms: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:mkdir|mkdirSync|mkdirp|ensureDir|ensureDirSync)\(\s*(?:${path}|${joined.replace('<value>', '<joined>')})`,
    'g',
  ),
  // multer({ dest: 'uploads/' })
  new RegExp(String.raw`\bdest\s*:\s*${path}`, 'g'),
  // process.env.DATA_DIR || './data'
  new RegExp(
    String.raw`process\.env\.(?:[A-Z]+_)*(?:DIR|DIRECTORY|FOLDER|PATH)\b[^;\n]{0,160}?(?:\|\||\?\?)\s*${path}`,
    'g',
  ),
];

/** A database file in a folder of its own. */
const databaseIdiom =
  /['"`](?:file:|sqlite:)?(?<value>[\w.][\w./-]{0,90}\/[\w.-]{1,60}\.(?:db|sqlite3?))['"`]/g;

/**
 * Folders beside the sources that the program makes or fills, from the app's root, each once. A volume hides what
 * later images bring at its place: no folder with files of the project becomes one. `usual`: those of the framework.
 */
export function writtenFolders(
  { project }: NodeApp,
  usual: readonly Fact<string>[],
  sources: readonly ProgramSource[],
): Fact<string>[] {
  const found = sources.flatMap((source) => [
    ...folderIdioms.flatMap((idiom) => named(source, idiom)).map(folderNamed),
    ...named(source, databaseIdiom).map(folderNamed),
  ]);
  const own = [...usual, ...found].filter(({ value }) => value !== '' && !holdsFiles(value));
  return distinctFacts(own);

  function holdsFiles(folder: string): boolean {
    return project.files.some((file) => file.startsWith(`${folder}/`) && !/\/\.[^/]+$/.test(file));
  }
}

/** A database file right beside the sources: `new Database('app.db')`, `storage: './app.sqlite'`. */
const looseDatabase =
  /(?<from>__dirname\s*,\s*)?['"`](?:file:|sqlite:)?(?:\.\/)?(?<value>\w[\w-]{0,60}\.(?:db|sqlite3?))(?:\?[^'"`\n]{0,99})?['"`]/g;

/** Settings of frameworks that name their database, and are compiled by the framework's own build. */
const frameworkSettings = ['keystone.ts', 'keystone.js'];

/** Database files at the app's root that the program makes there, each once; one that the project holds is no such file. */
export function writtenDatabases(
  { project, manifest }: NodeApp,
  sources: readonly ProgramSource[],
): Fact<string>[] {
  const settings = frameworkSettings.flatMap((path) => project.read(path) ?? []);
  const texts = [...sources, ...settings.map((file) => ({ file, code: file.text }))];
  const found = texts.flatMap(({ file, code }) =>
    [...code.matchAll(looseDatabase)]
      .filter(({ groups }) => !groups?.['from'] || posix.dirname(file.path) === manifest.folder)
      .map(({ groups, index }) => file.fact(groups?.['value'] ?? '', index)),
  );
  return distinctFacts(found).filter(({ value }) => !project.has(value));
}

/** Only plain paths below the app: no name that needs quotes, nothing that packages or builds own. */
function named({ file, code }: ProgramSource, idiom: RegExp): Fact<string>[] {
  return [...code.matchAll(idiom)].flatMap(({ index, groups }) => {
    const below = projectPath(groups?.['value'] ?? groups?.['joined'] ?? '')?.replace(/\/$/, '');
    const usable =
      below && /^\w[\w/-]*(?:\.\w+)?$/.test(below) && !/^(?:node_modules|dist|build|src)\b/.test(below);
    return usable ? [file.fact(below, index)] : [];
  });
}

/** The folder itself, or that of a file: `process.env.DB_PATH ?? './data/app.sqlite'`. */
function folderNamed({ value, source }: Fact<string>): Fact<string> {
  const isFile = /\.\w+$/.test(value);
  return { value: isFile ? value.slice(0, Math.max(0, value.lastIndexOf('/'))) : value, source };
}
