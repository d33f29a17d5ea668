import { InputError } from '../errors.js';
import { nearest } from '../nearest.js';
import { projectPath } from '../project/project-path.js';
import { controlCharacter, showControls } from '../control-characters.js';
import type { Option } from './option.js';

/** What an option's text means. */
export type OptionValue = string | number | readonly string[];

/**
 * The typed value of an option that takes one. `given` is how it was named: `--base`, `.yo-rc.json:4: base`.
 * Throws InputError `bad-value`, with what is allowed.
 */
export function checkValue(option: Option, text: string, given: string): OptionValue {
  if (text.trim() === '') throw badValue(`${given}: the value is empty`, takes(option));
  if (controlCharacter.test(text)) {
    throw badValue(
      `${given} ${showControls(text)}: control characters and line breaks are refused`,
      takes(option),
    );
  }
  if (option.kind === 'choice') return knownName(option, text, given);
  if (option.kind === 'choices') return text.split(',').map((name) => knownName(option, name.trim(), given));
  if (option.kind === 'port') return port(option, text, given);
  if (option.kind === 'url-path') return urlPath(option, text, given);
  if (option.kind === 'folder') return folder(option, text, given);
  if (option.kind === 'registry') return registry(option, text, given);
  return text;
}

/** One line on what an option takes, for hints. */
export function takes(option: Option): string {
  if (option.kind === 'yes-no') return `allowed: --${option.flag} or --no-${option.flag}, without a value`;
  if (option.kind === 'switch') return `allowed: --${option.flag}, without a value`;
  if (option.kind === 'choice') return `allowed: ${option.values?.join(', ')}`;
  if (option.kind === 'choices') return `allowed: ${option.values?.join(', ')}, several with commas`;
  if (option.kind === 'port') return 'allowed: a whole number from 1 to 65535';
  if (option.kind === 'registry')
    return `allowed: ${registries.join(', ')}, or a registry and a path in it, registry.example.com/team`;
  if (option.kind === 'url-path')
    return 'allowed: a path that begins with /, of letters, digits and -._~/?=&%';
  if (option.kind === 'folder') return 'allowed: a folder of the project, relative to its root';
  return `allowed: --${option.flag} ${option.placeholder}, on one line`;
}

/** `did you mean alpine?`, as a line to add to a hint, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const match = nearest(word, candidates);
  return match === null ? '' : `\ndid you mean ${match}?`;
}

function knownName(option: Option, text: string, given: string): string {
  const values = option.values ?? [];
  if (values.includes(text)) return text;
  throw badValue(
    `${given} ${showControls(text)}: no such ${option.flag}`,
    takes(option) + didYouMean(text, values),
  );
}

function port(option: Option, text: string, given: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65535) return number;
  throw badValue(`${given} ${showControls(text)}: not a port`, takes(option));
}

function folder(option: Option, text: string, given: string): string {
  const path = projectPath(text);
  if (path === null)
    throw badValue(`${given} ${showControls(text)}: leads out of the project`, takes(option));
  return path === '' ? '.' : path;
}

/** Registries that go by a name, and none. */
const registries = ['ghcr', 'gitlab', 'none'];

/** https://github.com/distribution/reference#format, with the host's dot or port that tells it from a path. */
const registryPath =
  /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

function registry(option: Option, text: string, given: string): string {
  if (registries.includes(text) || (text.length <= longestRegistry && registryPath.test(text))) return text;
  throw badValue(
    `${given} ${showControls(text)}: not a registry`,
    takes(option) + didYouMean(text, registries),
  );
}

/** Characters; a whole reference has room for 255, an image's name for 100. */
const longestRegistry = 150;

/** Only characters that mean themselves in an address, a shell and a program's text. */
function urlPath(option: Option, text: string, given: string): string {
  if (/^\/[\w\-.~/?=&%]*$/.test(text) && !text.startsWith('//')) return text;
  throw badValue(`${given} ${showControls(text)}: not the path of an address`, takes(option));
}

function badValue(message: string, hint: string): InputError {
  return new InputError('bad-value', message, hint);
}
