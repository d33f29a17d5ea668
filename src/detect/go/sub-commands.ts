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
  /** A literal of any command, up to its brace. */
  readonly command: RegExp;
  readonly name: RegExp;
  /** Names outside of such literals: where an element of a list leaves its type out, or a field is a command. */
  readonly bareName?: RegExp;
  /** Does the program do something without a sub-command? */
  readonly acts: RegExp;
  /** The same, where it is set later. */
  readonly actsLater: RegExp;
}

const libraries: readonly Library[] = [
  {
    path: /^github\.com\/spf13\/cobra$/,
    root: /\b(?:\w*[rR]oot\w*|app|cmd|c)\s*:?=\s*&?cobra\.Command\{/g,
    command: /\bcobra\.Command\{/g,
    name: /\bUse:\s*"(?<name>[\w-]+)/,
    acts: /\bRunE?:/,
    actsLater: /\b\w*[rR]oot\w*\.RunE?\s*=/,
  },
  {
    path: /^github\.com\/urfave\/cli(?:\/v\d)?$/,
    root: /&?cli\.App\{|\b(?:app|cmd|root)\s*:?=\s*&?cli\.Command\{|\bcli\.NewApp\(/g,
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
    const root = users.flatMap((source) => literals(source, library.root))[0];
    if (root === undefined || library.acts.test(root.keys)) continue;
    if (users.some(({ code }) => library.actsLater.test(code))) continue;
    const names = [
      ...users
        .flatMap((source) => literals(source, library.command))
        .flatMap(({ keys }) => library.name.exec(keys)?.groups?.['name'] ?? []),
      ...users.flatMap((source) => bareNames(source, library)),
    ];
    if (names.length === 0) return noSubCommand;
    const chosen = serving.find((name) => names.includes(name));
    if (chosen !== undefined && serves)
      return { words: [chosen], start: { value: `${binary} ${chosen}`, source: root.source }, warnings: [] };
    return { ...noSubCommand, warnings: serves ? [noneChosen(root, names)] : [] };
  }
  return noSubCommand;
}

/** A field `RunServer` is the command `run-server`. */
function bareNames({ code }: GoSource, { bareName }: Library): string[] {
  return [...(bareName ? code.matchAll(bareName) : [])].map(({ groups }) =>
    groups!['name']!.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase(),
  );
}

interface Literal {
  readonly keys: string;
  readonly source: string;
}

function literals({ code, file }: GoSource, opening: RegExp): Literal[] {
  return [...code.matchAll(opening)].map(({ index, 0: text }) => ({
    keys: text.endsWith('{') ? literalKeys(code, index + text.length - 1) : '',
    source: file.fact('', index).source,
  }));
}

function noneChosen({ source }: Literal, names: readonly string[]): Warning {
  const known = [...new Set(names)].slice(0, 12).join(', ');
  return {
    code: 'BI125',
    message: `without a sub-command the program only tells how it is used: name one of ${known} with --start`,
    source,
  };
}
