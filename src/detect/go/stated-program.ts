import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import { projectPath } from '../../project/project-path.js';
import { shellCommands } from '../shell-words.js';
import type { StatedCommand } from '../stated-command.js';

/** A stated start command in Go's terms. */
export interface StatedProgram {
  /** As written. */
  readonly command: Fact<string>;
  /** The folder of the package that is run (`go run ./cmd/api`), from the app's root; null where a binary is called by its name. */
  readonly folder: string | null;
  /** The binary's name; empty where a package is run. */
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Flags of `go run` and `go build` that take the next word as their value. https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies */
const flagsWithValue =
  /^-{1,2}(?:o|p|ldflags|tags|mod|modfile|gcflags|asmflags|exec|C|overlay|pgo|installsuffix|buildmode)$/;

/** Null where nothing is stated, or where only a shell could do it. `$PORT` stays as it is. */
export function statedProgram(stated: StatedCommand | null): StatedProgram | null {
  if (stated === null) return null;
  const words = shellCommands(stated.command.value).at(-1)?.words ?? [];
  const from = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const settings = from < 0 ? [] : words.slice(0, from);
  const [program = '', ...rest] = from < 0 ? [] : words.slice(from);
  if (program === '' || rest.some((word) => /[`$|<>]/.test(withPort(word, 0)))) return null;
  const environment = Object.fromEntries(settings.map((setting) => setting.split(/=(.*)/s).slice(0, 2)));
  const run = program === 'go' && rest[0] === 'run' ? packageOf(rest.slice(1)) : null;
  if (program === 'go' && run === null) return null;
  return {
    command: stated.command,
    folder: run?.folder ?? null,
    name: run === null ? posix.basename(program) : '',
    arguments: run === null ? rest : run.rest,
    environment,
  };
}

/** The package among the words that follow `go run` or `go build`, and what comes after it; null without one. */
export function packageOf(words: readonly string[]): { folder: string; rest: readonly string[] } | null {
  let at = 0;
  while (words[at]?.startsWith('-')) at += flagsWithValue.test(words[at]!) ? 2 : 1;
  const named = words[at];
  if (named === undefined) return null;
  const folder = projectPath(named.replace(/(^|\/)[^/]+\.go$/, ''));
  let after = at + 1;
  while (words[after]?.endsWith('.go')) after += 1;
  return folder === null || folder.includes('...') ? null : { folder, rest: words.slice(after) };
}

/** Nothing expands variables in exec form: the platform's port becomes the app's own. */
export function withPort(word: string, port: number): string {
  return word.replace(/\$\{PORT(?::?-[^}]*)?\}|\$PORT\b/g, String(port));
}
