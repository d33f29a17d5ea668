import { printJson, processIo } from '../src/cli/io.js';
import { errorDocument, errorText, shownError } from '../src/show/error-text.js';

/**
 * What yo understands: it prints the message alone (with `--debug` the stack) and exits with `code`, which
 * has to be a number (https://github.com/yeoman/yo/blob/main/lib/cli.js, onError).
 */
export class YeomanExit extends Error {
  readonly code: number;

  constructor(cause: unknown) {
    const shown = shownError(cause);
    super(errorText(shown), { cause });
    this.name = 'YeomanExit';
    this.code = shown.exitStatus;
    if (cause instanceof Error) this.stack = cause.stack;
  }
}

/** Runs something; what it throws becomes a message and an exit status, and a document where JSON is wanted. */
export function orExit<T>(json: boolean, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw reported(error, json);
  }
}

/** As `orExit`, for what takes time. */
export async function orExitLater<T>(json: boolean, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw reported(error, json);
  }
}

function reported(error: unknown, json: boolean): YeomanExit {
  if (json) printJson(processIo(process.cwd()), errorDocument(shownError(error)));
  return new YeomanExit(error);
}
