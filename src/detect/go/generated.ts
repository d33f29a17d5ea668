import { posix } from 'node:path';
import { InputError } from '../../errors.js';
import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { directives, type GoSource } from './sources.js';

/** What the program is compiled from and `go generate` makes, where nobody committed it. https://pkg.go.dev/cmd/go#hdr-Generate_Go_files_by_processing_source */
export interface Generated {
  /** Packages whose directives the toolchain alone can run, as folders from the app's root. */
  readonly folders: readonly string[];
  readonly warnings: readonly Warning[];
}

/** A directive whose output is missing. */
interface Directive {
  readonly folder: string;
  readonly command: string;
  /** From the app's root. */
  readonly output: string;
  readonly source: string;
}

/** What a tool writes into the folder that its directive stands in, by the words of the command; the first hit counts. */
const outputs: readonly (readonly [command: RegExp, output: (found: RegExpExecArray) => string | null])[] = [
  [/\b(?:mockgen|moq|counterfeiter|mockery|minimock|swag)\b/, () => null],
  [/\b(?:stringer|enumer)\b.*\s-{1,2}output[= ](\S+\.go)\b/, ([, file]) => file!],
  [/\bstringer\b.*\s-{1,2}type[= ](\w+)/, ([, type]) => `${type!.toLowerCase()}_string.go`],
  [/\benumer\b.*\s-{1,2}type[= ](\w+)/, ([, type]) => `${type!.toLowerCase()}_enumer.go`],
  [/\beasyjson\b.*\s([\w-]+)\.go$/, ([, file]) => `${file!}_easyjson.go`],
  [/\bentgo\.io\/ent\/cmd\/ent\b.* generate\b.*\.\/schema\b/, () => 'client.go'],
  [
    /\bprotoc\b(?=.*--go_out=(?:paths=source_relative:)?\.(?:\s|$)).*\s([\w-]+)\.proto\b/,
    ([, file]) => `${file!}.pb.go`,
  ],
  [/\bwire\b/, () => 'wire_gen.go'],
  [/\s-{1,2}o(?:ut|utput)?[= ](\S+\.go)\b/, ([, file]) => file!],
];

/** Adds methods that a program may do without: it compiles, and prints numbers for names. */
const addsMethods = /\b(?:stringer|enumer|easyjson)\b/;
/** What needs no program that somebody has installed. */
const byToolchain = /^go (?:run|tool) /;

/**
 * Looks at the directives of a program's own packages. Throws InputError `generate-first` where the compiler would stop and only a
 * program that somebody has installed could make what it misses.
 */
export function generatedCode(project: ProjectView, sources: readonly GoSource[]): Generated {
  refuseInjectors(project, sources);
  const missing = sources.flatMap((source) => directivesOf(project, source));
  const runnable = missing.filter(({ command }) => byToolchain.test(command));
  const others = missing.filter(({ command }) => !byToolchain.test(command));
  const needed = others.find(({ command }) => !addsMethods.test(command));
  if (needed) throw generateFirst(needed);
  return {
    folders: [...new Set(runnable.map(({ folder }) => folder))],
    warnings: others.map(withoutMethods),
  };
}

function directivesOf(project: ProjectView, stated: GoSource): Directive[] {
  const { folder } = stated;
  return directives(stated, 'generate').flatMap(({ value: command, source }) => {
    const written = outputOf(command);
    if (written === null) return [];
    const output = joinPaths(folder, written);
    // What goes to another package is found by its import.
    if (posix.dirname(output) !== (folder || '.') || project.has(output)) return [];
    return [{ folder, command, output, source }];
  });
}

/** Null where it can't be told, or where only tests and documents need it. */
function outputOf(command: string): string | null {
  for (const [pattern, output] of outputs) {
    const found = pattern.exec(command);
    if (found) return output(found);
  }
  return null;
}

/** Wire's injectors are left out of a build, and what it makes of them is all that the compiler sees. https://github.com/google/wire */
function refuseInjectors(project: ProjectView, sources: readonly GoSource[]): void {
  const folders = new Set(sources.map(({ folder }) => folder));
  for (const path of project.files) {
    const folder = path.includes('/') ? posix.dirname(path) : '';
    if (!/(?:^|\/)(?:\w*wire\w*|inject\w*)\.go$/.test(path) || !folders.has(folder)) continue;
    const stated = project.read(path)?.match(/^\/\/(?:go:build|[ \t]*\+build)[ \t]+(?<value>wireinject)\b/m);
    const output = joinPaths(folder, 'wire_gen.go');
    if (stated && !project.has(output))
      throw generateFirst({ folder, command: `wire ./${folder}`, output, source: stated.source });
  }
}

function generateFirst({ command, output, source }: Directive): InputError {
  return new InputError(
    'generate-first',
    `${source}: ${output} is made by \`${command}\`, and is not here`,
    'code that is generated has to be there before the image is built: run `go generate ./...` (wire: `wire ./...`) and commit the result, or run it before docker build',
  );
}

function withoutMethods({ command, output, source }: Directive): Warning {
  const message = `${output} is made by \`${command}\`, and is not here: the program lacks what it adds; run \`go generate ./...\` and commit the result`;
  return { code: 'BI128', message, source };
}
