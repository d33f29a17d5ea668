import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { withoutComments } from './without-comments.js';
import { buildConstraint, isBuilt } from './build-constraint.js';

/** A Go file that a Linux build compiles. */
export interface GoSource {
  /** From the app's root. */
  readonly path: string;
  /** The folder it lies in, `''` for the root. */
  readonly folder: string;
  readonly file: ProjectFile;
  /** The text with comments blanked: offsets are the file's own. */
  readonly code: string;
  readonly packageName: string;
  readonly constraint: string | null;
  /** Import paths with their place. */
  readonly imports: readonly Fact<string>[];
  /** Where `func main()` stands, null where it doesn't. */
  readonly main: Fact<string> | null;
}

/** Every Go file of the project that takes part in a Linux build, tests left out. */
export function goSources(project: ProjectView): GoSource[] {
  return project.files.filter(isSource).flatMap((path) => {
    const source = readSource(project, path);
    return source && isBuilt(path, source.constraint) ? [source] : [];
  });
}

/** Go itself leaves out folders and files that begin with `_` or `.`. */
function isSource(path: string): boolean {
  return path.endsWith('.go') && !path.endsWith('_test.go') && !/(^|\/)[_.]/.test(path);
}

function readSource(project: ProjectView, path: string): GoSource | null {
  const file = project.read(path);
  if (file === null) return null;
  const code = withoutComments(file.text);
  const packageName = /^package\s+(\w+)/m.exec(code)?.[1];
  if (packageName === undefined) return null;
  const main = packageName === 'main' ? /^func\s+main\s*\(\s*\)/m.exec(code) : null;
  return {
    path,
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
    file,
    code,
    packageName,
    constraint: buildConstraint(file.text),
    imports: importsOf(file, code),
    main: main ? file.fact(path, main.index) : null,
  };
}

function importsOf(file: ProjectFile, code: string): Fact<string>[] {
  const found: Fact<string>[] = [];
  // Imports stand before everything else that a file declares.
  const end = code.search(/^(?:func|type|var|const)\b/m);
  const head = end < 0 ? code : code.slice(0, end);
  for (const statement of head.matchAll(/^import\b[ \t]*(?:\([^)]*\)|[^\n]*)/gm)) {
    for (const path of statement[0].matchAll(/"([^"\n]+)"|`([^`\n]+)`/g)) {
      found.push(file.fact(path[1] ?? path[2] ?? '', statement.index + path.index));
    }
  }
  return found;
}
