import { exitStatus } from '../../errors.js';
import type { Invocation } from '../../questions/parse-flags.js';
import { helpText } from '../../show/help-text.js';
import type { Io } from '../io.js';

/** `baseimage --help`. */
export async function help(_invocation: Invocation, io: Io): Promise<number> {
  io.stdout.write(helpText('baseimage'));
  return exitStatus.done;
}
