import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import { commandWords } from './command-words.js';

/** A start command that somebody wrote down: in a platform's file, or after `--start`. */
export interface StatedCommand {
  /** As written. */
  readonly command: Fact<string>;
  /** Settings before the command: `NODE_ENV=production node server.js`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The command in words; empty where it needs a shell. */
  readonly words: readonly string[];
}

/** The command that was asked for. Throws InputError where it needs a shell: an image starts its program itself. */
export function askedCommand(start: Fact<string>): StatedCommand {
  const words = commandWords(start.value);
  if (words === null || words.some((word) => /\$[{(A-Za-z_]/.test(word))) {
    throw new InputError(
      'start-needs-shell',
      `${start.source}: ${start.value} needs a shell, and the image starts its program without one`,
      'give one program with its arguments, without &&, |, $VARIABLES or backquotes',
    );
  }
  return statedAs(start, words);
}

/** Words that begin with settings, taken apart. */
export function statedAs(command: Fact<string>, words: readonly string[]): StatedCommand {
  const settings = words.slice(
    0,
    Math.max(
      0,
      words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word)),
    ),
  );
  return {
    command,
    environment: Object.fromEntries(settings.map((setting) => setting.split(/=(.*)/s).slice(0, 2))),
    words: words.slice(settings.length),
  };
}
