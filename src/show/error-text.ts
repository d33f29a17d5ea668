import { showControls } from '../control-characters.js';
import type { Recognised } from '../recognised.js';
import { exitStatus, InputError, WouldOverwriteError } from '../errors.js';

/** What can be shown of anything that was thrown: one message, never a stack trace. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly recognised: Recognised | null;
  readonly exitStatus: number;
}

/** Any thrown value as something to show. Control characters of projects are shown escaped. */
export function shownError(error: unknown): ShownError {
  if (error instanceof WouldOverwriteError) return ofInput(error, exitStatus.wouldOverwrite);
  if (error instanceof InputError) return ofInput(error, exitStatus.badInput);
  if (error instanceof Error && error.name === 'ExitPromptError') {
    return ofInput(new InputError('cancelled', 'cancelled: nothing was written'), exitStatus.badInput);
  }
  const message = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
  return {
    code: 'fault',
    message: `unexpected fault: ${message}`,
    hint: 'this is a fault of generator-baseimage: please report it with what DEBUG=1 shows',
    recognised: null,
    exitStatus: exitStatus.fault,
  };
}

/**
 * `error: …` with the hint's lines below it, and what was recognised all the same. `typed`: the command that was given, which
 * a line that begins with a flag is added to.
 */
export function errorText({ message, hint, recognised }: ShownError, typed: string | null = null): string {
  const told = hint === '' ? [] : hint.split('\n');
  const commands = told.map((line) => (typed !== null && line.startsWith('--') ? `${typed} ${line}` : line));
  const lines = [...commands, ...recognisedText(recognised)];
  return [`error: ${showControls(message)}`, ...lines.map((line) => `  ${showControls(line)}`)].join('\n');
}

function recognisedText(recognised: Recognised | null): string[] {
  const language = recognised?.language;
  return language ? [`recognised: ${language.value} (${language.source})`] : [];
}

/** The error as `--json` prints it, with the project as far as it was recognised. */
export function errorDocument({ code, message, hint, recognised }: ShownError): object {
  const error = { code, message, hint };
  return recognised === null
    ? { schema: 1, error }
    : { schema: 1, error, project: { path: '.', ...recognised } };
}

function ofInput({ code, message, hint, recognised }: InputError, status: number): ShownError {
  return { code, message, hint, recognised, exitStatus: status };
}
