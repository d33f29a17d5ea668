import type { Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { programTarget } from './project-programs.js';
import type { PythonSource } from './sources.js';

/** Names of sub-commands that serve, the surest first. */
const serving = ['serve', 'server', 'runserver', 'run-server', 'start-server', 'web', 'api', 'http', 'run'];
/** One that brings a service up in the background has others beside it that look after that. */
const inBackground = ['stop', 'restart', 'status'];

/** What makes an entry point a group of commands: click, Typer, argparse. */
const grouped = /@(?:\w+\.)?group\(|\bTyper\(|\badd_subparsers\(/;
/** It does something of its own without a command. */
const acts = /\binvoke_without_command[ \t]*=[ \t]*True|\bDefaultGroup\b|\bset_default_(?:command|subparser)/;

/** @cli.command("serve"), @app.command() above its function, add_parser("serve") */
const commands = [
  /^@\w+\.command\((?:\s*(?:name[ \t]*=[ \t]*)?["'](?<name>[\w-]+)["'])?[^\n]*\n(?:(?!def |async def |@\w+\.command\()[^\n]*\n){0,120}?(?:async[ \t]+)?def[ \t]+(?<defined>\w+)/gm,
  /\badd_parser\([ \t\n]*["'](?<name>[\w-]+)["']/g,
];

/** An option for the address whose default only the container itself reaches. */
const closedOptions = [
  /["']--(?<option>host|bind|address|listen)["'][^@]{0,200}?\bdefault[ \t]*=[ \t]*["'](?:127\.0\.0\.1|localhost)["']/,
  /\b(?<option>host|bind|address)[ \t]*:[^=\n]{1,160}=[ \t]*(?:typer\.Option\([ \t\n]*)?["'](?:127\.0\.0\.1|localhost)["']/,
];

/** What has to stand behind the name of a program of the project's, so that it serves. */
export interface SubCommand {
  readonly words: readonly string[];
  readonly warnings: readonly Warning[];
}

interface Command {
  readonly name: string;
  readonly source: PythonSource;
  readonly index: number;
}

export const noSubCommand: SubCommand = { words: [], warnings: [] };

/** Of a program that only tells its commands where none is given. */
export function subCommand(
  project: ProjectView,
  sources: readonly PythonSource[],
  program: string,
): SubCommand {
  const entry = entrySource(sources, programTarget(project, program));
  if (entry === null || !grouped.test(entry.code) || acts.test(entry.code)) return noSubCommand;
  const own = sources.filter(
    ({ folder }) => folder === entry.folder || folder.startsWith(`${entry.folder}/`),
  );
  const all = own.flatMap(commandsOf);
  // Typer leaves out the name of its only command.
  if (all.length === 0 || (all.length === 1 && /\bTyper\(/.test(entry.code))) return noSubCommand;
  const chosen = serving.flatMap((name) => all.filter((command) => command.name === name))[0];
  if (chosen) return { words: [chosen.name, ...opened(chosen)], warnings: [] };
  return all.some(({ name }) => inBackground.includes(name))
    ? noSubCommand
    : { ...noSubCommand, warnings: [noneChosen(program, all)] };
}

/** The module that `shop = "shop.cli:main"` names. */
function entrySource(sources: readonly PythonSource[], target: string | null): PythonSource | null {
  const path = target?.split(':')[0]!.replaceAll('.', '/');
  if (path === undefined) return null;
  const files = [`${path}.py`, `${path}/__init__.py`];
  const isNamed = (source: PythonSource): boolean =>
    files.some((file) => source.path === file || source.path.endsWith(`/${file}`));
  return sources.find(isNamed) ?? null;
}

function commandsOf(source: PythonSource): Command[] {
  return commands.flatMap((pattern) =>
    [...source.code.matchAll(pattern)].flatMap(({ index, groups }) => {
      const { name, defined } = groups!;
      // click writes a function's name with dashes.
      const called = name ?? defined?.replaceAll('_', '-');
      return called === undefined ? [] : [{ name: called, source, index }];
    }),
  );
}

function opened({ source, index }: Command): string[] {
  const next = source.code.indexOf('.command(', index + 20);
  const own = source.code.slice(index, next < 0 ? undefined : next);
  const found = closedOptions.map((pattern) => pattern.exec(own)?.groups?.['option']).find(Boolean);
  return found === undefined ? [] : [`--${found}`, '0.0.0.0'];
}

function noneChosen(program: string, all: readonly Command[]): Warning {
  const [{ source, index }] = all as [Command];
  const known = [...new Set(all.map(({ name }) => name))].slice(0, 12).join(', ');
  return {
    code: 'BI125',
    message: `without a sub-command ${program} only tells how it is used: name one of ${known} with --start`,
    source: source.file.fact('', index).source,
  };
}
