import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { headWithoutComments, withoutComments } from './without-comments.js';
import { buildConstraint, isBuilt } from './build-constraint.js';
import { distinctFacts } from '../distinct-facts.js';

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

/** Every Go file of the project that takes part in a Linux build with these tags, tests left out. */
export function goSources(project: ProjectView, tags: readonly string[] = []): GoSource[] {
  return project.files.filter(isSource).flatMap((path) => {
    const source = readSource(project, path);
    return source && isBuilt(path, source.constraint, tags) ? [source] : [];
  });
}

/** Go itself leaves out folders and files that begin with `_` or `.`. */
function isSource(path: string): boolean {
  return path.endsWith('.go') && !path.endsWith('_test.go') && !/(^|\/)[_.]/.test(path);
}

function readSource(project: ProjectView, path: string): GoSource | null {
  const file = project.read(path);
  if (file === null) return null;
  const head = headWithoutComments(file.text);
  const packageName = /^package\s+(\w+)/m.exec(head)?.[1];
  if (packageName === undefined) return null;
  let stripped: string | undefined;
  const code = () => (stripped ??= withoutComments(file.text));
  const main = packageName === 'main' ? /^func\s+main\s*\(\s*\)/m.exec(code()) : null;
  return {
    path,
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
    file,
    // Most files have nothing that a pattern looks for, and are never asked.
    get code() {
      return code();
    },
    packageName,
    constraint: buildConstraint(file.text),
    imports: importsOf(file, head),
    main: main ? file.fact(path, main.index) : null,
  };
}

/** What they import, each path once, with the first place that names it: many files import the same. */
export function distinctImports(sources: readonly GoSource[]): Fact<string>[] {
  return distinctFacts(sources.flatMap(({ imports }) => imports));
}

/** What stands behind `//go:embed` and `//go:generate`; the second counts at the beginning of a line only. */
const directiveLines = {
  embed: /^[ \t]*\/\/go:embed[ \t]+(.+)$/gm,
  generate: /^\/\/go:generate[ \t]+(.+)$/gm,
};

/** The directives of a source. Most have none. */
export function directives(
  source: Pick<GoSource, 'file' | 'code'>,
  name: keyof typeof directiveLines,
): Fact<string>[] {
  const { file } = source;
  if (!file.text.includes(`//go:${name}`)) return [];
  return (
    [...file.text.matchAll(directiveLines[name])]
      // A generator's template holds some in a text, which is no comment.
      .filter(({ index }) => !source.code.startsWith('//', file.text.indexOf('//', index)))
      .map((line) => file.fact(line[1]!.trim(), line.index))
  );
}

function importsOf(file: ProjectFile, head: string): Fact<string>[] {
  const found: Fact<string>[] = [];
  for (const statement of head.matchAll(/^import\b[ \t]*(?:\([^)]*\)|[^\n]*)/gm)) {
    for (const path of statement[0].matchAll(/"([^"\n]+)"|`([^`\n]+)`/g)) {
      found.push(file.fact(path[1] ?? path[2] ?? '', statement.index + path.index));
    }
  }
  return found;
}
