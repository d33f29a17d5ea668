import { InputError } from '../errors.js';
import { showControls } from '../control-characters.js';
import { takes } from './check-value.js';
import { didYouMean } from './did-you-mean.js';
import { readGiven, type Given, type Request } from './given.js';
import type { Option } from './option.js';
import { flagSpellings, options } from './questions.js';

/** What the bin can do beside generating; the words that stand before the folder. */
export const commandNames = ['plan', 'images', 'help'] as const;
export type Command = 'generate' | 'version' | (typeof commandNames)[number];

/** A whole command line. */
export interface Invocation extends Request {
  readonly command: Command;
  /** The project's folder as it was typed; `.` where none was. */
  readonly folder: string;
}

/**
 * Reads a command line (without the program's name). A folder that is called like a command is written
 * `./plan`. Throws InputError `unknown-flag`, `bad-value`, `missing-value`, `contradiction` or
 * `unexpected-word`.
 */
export function parseFlags(argv: readonly string[]): Invocation {
  const { words, given } = splitArguments(argv);
  const request = readGiven(given);
  const asked = (id: string) => given.some(({ option }) => option.id === id);
  const command = commandOf(words[0]);
  const folders = command === 'generate' ? words : words.slice(1);
  if (asked('help') || command === 'help') return { ...request, command: 'help', folder: '.' };
  if (asked('version')) return { ...request, command: 'version', folder: '.' };
  refuseMoreThan(command === 'images' ? 0 : 1, folders, command, words);
  return { ...request, command, folder: folders[0] ?? '.' };
}

/** Does this command line ask for JSON? Never throws: errors have to be printed as JSON too. */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
}

interface Arguments {
  readonly words: readonly string[];
  readonly given: readonly Given[];
}

function splitArguments(argv: readonly string[]): Arguments {
  const words: string[] = [];
  const given: Given[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] as string;
    if (argument === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      words.push(argument);
      continue;
    }
    const flag = splitFlag(argument);
    const option = optionOf(flag.name);
    if (option.kind === 'switch' || option.kind === 'yes-no') {
      given.push({ option, value: onOrOff(option, flag), flag: flag.name });
    } else if (flag.value !== null) {
      given.push({ option, value: flag.value, flag: flag.name });
    } else {
      at += 1;
      given.push({ option, value: valueBehind(option, flag.name, argv[at]), flag: flag.name });
    }
  }
  return { words, given };
}

interface Flag {
  readonly name: string;
  /** What stands behind `=`. */
  readonly value: string | null;
}

function splitFlag(argument: string): Flag {
  const equals = argument.indexOf('=');
  if (equals === -1) return { name: argument, value: null };
  return { name: argument.slice(0, equals), value: argument.slice(equals + 1) };
}

function optionOf(name: string): Option {
  const option = options.find(
    ({ flag, letter, kind }) =>
      name === `--${flag}` || name === `-${letter}` || (kind === 'yes-no' && name === `--no-${flag}`),
  );
  if (option !== undefined) return option;
  throw unknownFlag(name);
}

/** The error for a flag that is not in the table, whichever door it came through. */
export function unknownFlag(name: string): InputError {
  const hint = didYouMean(name, flagSpellings).trimStart();
  return new InputError(
    'unknown-flag',
    `${showControls(name)}: no such option`,
    hint || 'see --help for all of them',
  );
}

function onOrOff(option: Option, { name, value }: Flag): boolean {
  if (value !== null) {
    throw new InputError(
      'bad-value',
      `${name}=${showControls(value)}: ${name} takes no value`,
      takes(option),
    );
  }
  return !name.startsWith('--no-');
}

function valueBehind(option: Option, flag: string, value: string | undefined): string {
  if (value !== undefined && !value.startsWith('-')) return value;
  throw missingValue(option, flag);
}

/** The error for a flag without the value that it takes. */
export function missingValue(option: Option, flag: string): InputError {
  return new InputError(
    'missing-value',
    `${flag}: a value is missing`,
    `${takes(option)}\na value that begins with - is given as ${flag}=-value`,
  );
}

function commandOf(word: string | undefined): Command {
  return commandNames.find((name) => name === word) ?? 'generate';
}

function refuseMoreThan(
  most: number,
  folders: readonly string[],
  command: Command,
  words: readonly string[],
): void {
  const extra = folders[most];
  if (extra === undefined) return;
  const message =
    most === 0
      ? `${command} takes no folder: ${showControls(extra)}`
      : `one folder at a time: ${folders.map(showControls).join(', ')}`;
  throw new InputError(
    'unexpected-word',
    message,
    `usage: baseimage [${commandNames.join(' | ')}] [folder] [options]${didYouMean(words[0] as string, commandNames)}`,
  );
}
