import { showControls } from '../control-characters.js';
import { exitStatus, InputError, WouldOverwriteError } from '../errors.js';

/** What can be shown of anything that was thrown: one message, never a stack trace. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
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
    exitStatus: exitStatus.fault,
  };
}

/** `error: …` with the hint's lines below it. */
export function errorText({ message, hint }: ShownError): string {
  const lines = hint === '' ? [] : hint.split('\n').map((line) => `  ${showControls(line)}`);
  return [`error: ${showControls(message)}`, ...lines].join('\n');
}

/** The error as `--json` prints it. */
export function errorDocument({ code, message, hint }: ShownError): object {
  return { schema: 1, error: { code, message, hint } };
}

function ofInput({ code, message, hint }: InputError, status: number): ShownError {
  return { code, message, hint, exitStatus: status };
}
