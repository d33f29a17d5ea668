import { InputError } from '../errors.js';
import { showControls } from '../control-characters.js';
import { takes } from './check-value.js';
import { readGiven, type Given, type Request } from './given.js';
import type { Option } from './option.js';
import { missingValue, unknownFlag } from './parse-flags.js';
import { options } from './questions.js';

/*
 * Options that yo, yeoman-environment 6, yeoman-generator 8 and yeoman-test put into the object themselves, or
 * that yo's users know from other generators; they mean nothing here.
 */
const yeomanOwn = new Set([
  'ask-answered',
  'bail',
  'color',
  'configure',
  'debug',
  'destination-root',
  'dry-run-install',
  'env',
  'environment-version',
  'experimental',
  'force-install',
  'forward-error-to-environment',
  'generators',
  'ignore-version-check',
  'ignore-whitespace',
  'insight',
  'local-config-only',
  'local-only',
  'log-cwd',
  'namespace',
  'node-package-manager',
  'resolved',
  'shared-data',
  'skip-cache',
  'skip-check-env',
  'skip-install',
  'skip-local-cache',
  'skip-parse-options',
  'skip-yo-resolve',
  'update-notifier',
  '_meta',
]);

/**
 * Reads the words and the option object that Yeoman hands to a generator's constructor, before Yeoman
 * converts them: `Boolean('word')` would hide that `--shell word` swallowed a word. Same errors as parseFlags.
 */
export function fromYeomanOptions(
  words: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Request {
  const word = words[0];
  if (word !== undefined) {
    throw new InputError(
      'unexpected-word',
      `${showControls(word)}: yo baseimage takes no folder`,
      'run it in the folder of the project, or use the command baseimage, which takes one',
    );
  }
  return readGiven(dashed(given).flatMap(([name, value]) => givenOf(name, value)));
}

/** yo gives each option in both spellings, `dryRun` and `dry-run`: one of them is enough. */
function dashed(given: Readonly<Record<string, unknown>>): [string, unknown][] {
  const names = new Map<string, unknown>();
  for (const [name, value] of Object.entries(given)) {
    names.set(
      name.replace(/(?<=.)[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
      value,
    );
  }
  return [...names];
}

function givenOf(name: string, value: unknown): Given[] {
  const option = options.find(({ flag, letter }) => flag === name || letter === name);
  if (option === undefined) {
    if (yeomanOwn.has(name) || value === undefined) return [];
    throw unknownFlag(name.length === 1 ? `-${name}` : `--${name}`);
  }
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== undefined && one !== null).map((one) => oneGiven(option, one));
}

function oneGiven(option: Option, value: unknown): Given {
  const flag = `--${option.flag}`;
  if (option.kind === 'yes-no' || option.kind === 'switch') {
    if (typeof value === 'boolean') return { option, value, flag: negated(option, value) };
    throw new InputError(
      'bad-value',
      `${flag} ${showControls(String(value))}: ${flag} takes no value`,
      takes(option),
    );
  }
  if (value === true) throw missingValue(option, flag);
  if (value === false) throw unknownFlag(`--no-${option.flag}`);
  if (typeof value === 'string' || typeof value === 'number') return { option, value: String(value), flag };
  throw new InputError('bad-value', `${flag}: not a text`, takes(option));
}

function negated(option: Option, value: boolean): string {
  return option.kind === 'yes-no' && !value ? `--no-${option.flag}` : `--${option.flag}`;
}
