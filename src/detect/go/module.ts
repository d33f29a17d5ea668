import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';

/** A go.mod or go.work as far as detection needs it. https://go.dev/ref/mod */
export interface ModuleFile {
  readonly file: ProjectFile;
  /** The module's path, null in a go.work. */
  readonly path: Fact<string> | null;
  /** The `go` line: `1.25.0`. */
  readonly go: Fact<string> | null;
  /** The `toolchain` line without its `go`: `1.26.0`. */
  readonly toolchain: Fact<string> | null;
  /** Required module paths and where they stand. */
  readonly requires: ReadonlyMap<string, Fact<string>>;
  /** Modules that a folder replaces, as written: `./shared`, `../common`. */
  readonly replacements: readonly Replacement[];
  /** Folders that a go.work uses, as written. */
  readonly uses: readonly Fact<string>[];
}

export interface Replacement {
  readonly module: string;
  readonly folder: Fact<string>;
}

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly offset: number;
}

/** Reads a go.mod or go.work, null where there is none. Lines that Go would refuse are left to Go. */
export function readModuleFile(project: ProjectView, path: string): ModuleFile | null {
  const file = project.read(path);
  if (file === null) return null;
  const directives = directivesOf(file.text);
  const first = (verb: string, pattern: RegExp): Fact<string> | null => {
    const found = directives.find(({ verb: name, words }) => name === verb && pattern.test(words[0] ?? ''));
    return found ? file.fact(found.words[0]!.replace(/^go(?=\d)/, ''), found.offset) : null;
  };
  const all = (verb: string): Directive[] => directives.filter((directive) => directive.verb === verb);
  return {
    file,
    path: first('module', /./),
    go: first('go', /^\d+\.\d+/),
    toolchain: first('toolchain', /^go\d+\.\d+/),
    requires: new Map(
      all('require').map(({ words, offset }) => [words[0] ?? '', file.fact(words[1] ?? '', offset)]),
    ),
    replacements: all('replace').flatMap(({ words, offset }) => replacement(file, words, offset)),
    uses: all('use').flatMap(({ words, offset }) => (words[0] ? [file.fact(words[0], offset)] : [])),
  };
}

/** The Go release to build with: the newer of the `go` and `toolchain` lines. */
export function goVersion({ go, toolchain }: ModuleFile): Fact<string> | null {
  if (!go || !toolchain) return go;
  return isNewer(toolchain.value, go.value) ? toolchain : go;
}

function replacement(file: ProjectFile, words: readonly string[], offset: number): Replacement[] {
  const target = words[words.indexOf('=>') + 1];
  if (!words.includes('=>') || !target || !/^\.{1,2}(\/|$)/.test(target)) return [];
  return [{ module: words[0] ?? '', folder: file.fact(target, offset) }];
}

/** `require ( … )` and `require …` are the same: a verb and its words. */
function directivesOf(text: string): Directive[] {
  const found: Directive[] = [];
  let block: string | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    const words = wordsOf(line);
    const [first, second] = words;
    const start = offset + line.length - line.trimStart().length;
    if (first === ')') block = null;
    else if (block !== null && first !== undefined) found.push({ verb: block, words, offset: start });
    else if (second === '(' && words.length === 2) block = first!;
    else if (first !== undefined) found.push({ verb: first, words: words.slice(1), offset: start });
    offset += line.length + 1;
  }
  return found;
}

function wordsOf(line: string): string[] {
  const code = line.replace(/\/\/.*$/, '').replace(/\($/, ' (');
  return (code.match(/"[^"]*"|`[^`]*`|\S+/g) ?? []).map((word) => word.replace(/^["`]|["`]$/g, ''));
}

function isNewer(a: string, b: string): boolean {
  const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
