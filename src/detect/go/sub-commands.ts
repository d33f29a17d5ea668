import type { Fact, Warning } from '../../fact.js';
import { literalKeys } from './composite-literal.js';
import type { GoSource } from './sources.js';

/** Names of sub-commands that serve, the surest first. */
const serving = ['serve', 'server', 'start', 'web', 'api', 'http', 'daemon', 'run', 'up', 'listen'];

/** How a library for command lines writes a program and its sub-commands. */
interface Library {
  readonly path: RegExp;
  /** A literal of the program itself, up to its brace. */
  readonly root: RegExp;
  /** What makes a command the program itself, where no name says so. */
  readonly parent?: RegExp;
  /** A literal of any command, up to its brace. */
  readonly command: RegExp;
  readonly name: RegExp;
  /** Names outside of such literals: where an element of a list leaves its type out, or a field is a command. */
  readonly bareName?: RegExp;
  /** Does the program do something without a sub-command? To show how it is used is nothing. */
  readonly acts: RegExp;
  /** The same, where it is set later. */
  readonly actsLater: RegExp;
}

const libraries: readonly Library[] = [
  {
    path: /^github\.com\/spf13\/cobra$/,
    root: /\b(?:\w*[rR]oot\w*|app|cmd|c)\s*:?=\s*&?cobra\.Command\{/g,
    command: /\bcobra\.Command\{/g,
    name: /\bUse:\s*"(?<name>[\w-]+)(?<rest>[^"\n]*)/,
    acts: /\bRunE?:/,
    actsLater: /\b\w*[rR]oot\w*\.RunE?\s*=/,
  },
  {
    path: /^github\.com\/(?:urfave|minio)\/cli(?:\/v\d)?$/,
    root: /&?cli\.App\{|\b(?:app|cmd|root)\s*:?=\s*&?cli\.Command\{|\bcli\.NewApp\(/g,
    parent: /\bCommands:/,
    command: /\bcli\.Command\{/g,
    name: /\bName:\s*"(?<name>[\w-]+)/,
    bareName: /[{,]\s*\{\s*Name:\s*"(?<name>[\w-]+)/g,
    acts: /\bAction:/,
    actsLater: /\bapp\.Action\s*=/,
  },
  // A field of a struct is a command: Serve ServeCmd `cmd:""`. https://github.com/alecthomas/kong
  {
    path: /^github\.com\/alecthomas\/kong$/,
    root: /\bkong\.(?:Parse|Must|New)\(/g,
    command: /\bkong\.Node\{/g,
    name: /\bName:\s*"(?<name>[\w-]+)/,
    bareName: /^[ \t]*(?<name>[A-Z]\w*)[ \t]+[\w.*]+[ \t]*`[^`\n]{0,80}\bcmd:""/gm,
    acts: /\bRun:/,
    actsLater: /`[^`\n]*\bcmd:""[^`\n]*\bdefault:"(?:1|withargs)"/,
  },
  // The tag of a field names the command. https://github.com/jessevdk/go-flags
  {
    path: /\/go-flags$/,
    root: /\bflags\.(?:NewParser|NewNamedParser|Parse|ParseArgs)\(/g,
    command: /\bflags\.Command\{/g,
    name: /\bName:\s*"(?<name>[\w-]+)/,
    bareName: /`[^`\n]{0,80}\bcommand:"(?<name>[\w-]+)"/g,
    acts: /\bSubcommandsOptional:/,
    actsLater: /\.SubcommandsOptional\s*=\s*true/,
  },
];

/** What has to stand behind the binary's name so that it serves. */
export interface SubCommand {
  readonly words: readonly string[];
  /** As one would type it. */
  readonly start: Fact<string> | null;
  readonly warnings: readonly Warning[];
}

export const noSubCommand: SubCommand = { words: [], start: null, warnings: [] };

/** Of a program that only tells its sub-commands where none is given. `serves`: something listens in it. */
export function subCommand(sources: readonly GoSource[], binary: string, serves: boolean): SubCommand {
  for (const library of libraries) {
    const users = sources.filter(({ imports }) => imports.some(({ value }) => library.path.test(value)));
    const root = rootOf(users, library, binary);
    if (root === undefined || (library.acts.test(root.keys) && !showsUsage(root.text))) continue;
    if (users.some(({ code }) => library.actsLater.test(code))) continue;
    const commands = users
      .flatMap((source) => literals(source, library.command))
      .flatMap(({ keys, source }) => {
        const { name, rest = '' } = library.name.exec(keys)?.groups ?? {};
        return name === undefined ? [] : [{ name, wants: wantedBy(keys, rest), source }];
      });
    const names = [
      ...commands.map(({ name }) => name),
      ...users.flatMap((source) => bareNames(source, library)),
    ];
    if (names.length === 0) return noSubCommand;
    const chosen = serving.find((name) => names.includes(name));
    if (chosen !== undefined && serves) {
      const start = `${binary} ${chosen}`;
      const wanting = commands.filter(({ name, wants }) => name === chosen && wants !== null);
      return {
        words: [chosen],
        start: { value: start, source: root.source },
        warnings: wanting.slice(0, 1).map(({ wants, source }) => argumentWanted(start, wants!, source)),
      };
    }
    return { ...noSubCommand, warnings: serves ? [noneChosen(root, names)] : [] };
  }
  return noSubCommand;
}

/** Any command may be kept in a variable called `cmd`: the program's own has its name. */
function rootOf(users: readonly GoSource[], library: Library, binary: string): Literal | undefined {
  const roots = users.flatMap((source) => literals(source, library.root));
  return (
    roots.find(({ keys }) => library.name.exec(keys)?.groups?.['name'] === binary) ??
    roots[0] ??
    users
      .flatMap((source) => literals(source, library.command))
      .find(({ keys }) => library.parent?.test(keys) === true)
  );
}

/** A field `RunServer` is the command `run-server`. */
function bareNames({ code }: GoSource, { bareName }: Library): string[] {
  return [...(bareName ? code.matchAll(bareName) : [])].map(({ groups }) =>
    groups!['name']!.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase(),
  );
}

interface Literal {
  readonly keys: string;
  /** From its brace on, as far as a command goes. */
  readonly text: string;
  readonly source: string;
}

function literals({ code, file }: GoSource, opening: RegExp): Literal[] {
  return [...code.matchAll(opening)].map(({ index, 0: text }) => ({
    keys: text.endsWith('{') ? literalKeys(code, index + text.length - 1) : '',
    text: code.slice(index + text.length, index + text.length + longestCommand),
    source: file.fact('', index).source,
  }));
}

/** Characters of a command's literal that are looked through for what it runs. */
const longestCommand = 3000;

/** Is all that the command runs a call for its own usage? What stands under a condition is another matter. */
function showsUsage(text: string): boolean {
  const body = /\bRunE?:\s*func\([^{]*\{(?<body>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/.exec(text)?.groups?.['body'];
  const always = body?.replace(/\bif\b[^{}]*\{[^{}]*\}/g, '');
  return (
    always !== undefined && /\b(?:[hH]elp|[uU]sage|(?:print|show)(?:Help|Usage)|tip)(?:Func)?\(/.test(always)
  );
}

/** What a command of cobra's can't do without, as it writes it; null for nothing. https://pkg.go.dev/github.com/spf13/cobra#PositionalArgs */
function wantedBy(keys: string, rest: string): string | null {
  const counted = /\bArgs:\s*cobra\.(?:ExactArgs|MinimumNArgs)\(\s*[1-9]/.test(keys);
  const named = rest.replace(/\[[^\]]*\]\s*\.*(?=\s|$)/g, (word) => (counted ? word : '')).trim();
  if (counted) return named === '' ? 'an argument' : named;
  return /^<[^<>]+>/.test(named) ? named : null;
}

function argumentWanted(start: string, wants: string, source: string): Warning {
  return {
    code: 'BI125',
    message: `${start} wants more than its name (${wants}): give the whole command with --start "${start} …", and mount the file that it names`,
    source,
  };
}

function noneChosen({ source }: Literal, names: readonly string[]): Warning {
  const known = [...new Set(names)].slice(0, 12).join(', ');
  return {
    code: 'BI125',
    message: `without a sub-command the program only tells how it is used: name one of ${known} with --start`,
    source,
  };
}
