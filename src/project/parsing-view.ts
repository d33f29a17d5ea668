import { parseJson } from './parse-json.js';
import { parseToml } from './parse-toml.js';
import { parseYaml } from './parse-yaml.js';
import { projectFile } from './project-file.js';
import { joinPaths, projectPath } from './project-path.js';
import type { Parsed, ProjectFile, ProjectView } from './view.js';

/** Where a project's files come from. Paths are plain POSIX paths below the root, `''` the root itself. */
export interface FileSource {
  /** Every file, sorted; see ProjectView.files. */
  list(): readonly string[];
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** The raw text, null where there is nothing. Throws InputError as ProjectView.read. */
  text(path: string): string | null;
}

/** A project view over a source: it checks paths, keeps what was read, and parses. */
export function parsingView(source: FileSource): ProjectView {
  const read = kept((path): ProjectFile | null => {
    const text = source.text(path);
    return text === null ? null : projectFile(path, text);
  });
  const list = kept(() => source.list());
  const isFile = kept((path) => source.isFile(path));
  const isFolder = kept((path) => source.isFolder(path));
  const parse = {
    json: kept((path) => parsedBy(parseJson, read(path))),
    toml: kept((path) => parsedBy(parseToml, read(path))),
    yaml: kept((path) => parsedBy(parseYaml, read(path))),
  };

  function seenFrom(folder: string): ProjectView {
    /** A path outside of the root is treated as one where nothing is. */
    function inside<T>(path: string, otherwise: T, use: (path: string) => T): T {
      const below = projectPath(path);
      return below === null ? otherwise : use(joinPaths(folder, below));
    }
    return {
      get files() {
        return filesBelow(list(''), folder);
      },
      has: (path) => inside(path, false, isFile),
      hasFolder: (path) => inside(path, false, isFolder),
      read: (path) => inside(path, null, read),
      json: (path) => inside(path, null, parse.json),
      toml: (path) => inside(path, null, parse.toml),
      yaml: (path) => inside(path, null, parse.yaml),
      below: (path) => inside(path, seenFrom(folder), seenFrom),
    };
  }
  return seenFrom('');
}

function parsedBy(parse: (file: ProjectFile) => Parsed, file: ProjectFile | null): Parsed | null {
  return file === null ? null : parse(file);
}

function filesBelow(files: readonly string[], folder: string): readonly string[] {
  if (folder === '') return files;
  const start = `${folder}/`;
  return files.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}

/** The same function, asked at most once for each path. */
function kept<T>(find: (path: string) => T): (path: string) => T {
  const found = new Map<string, T>();
  return (path) => {
    if (!found.has(path)) found.set(path, find(path));
    return found.get(path) as T;
  };
}
