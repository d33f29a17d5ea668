import { InputError } from '../errors.js';
import { showControls } from '../control-characters.js';
import type { Change } from '../reconcile/reconcile.js';
import type { Person } from '../questions/ask.js';

type Settlement = 'overwrite' | 'keep' | 'diff' | 'abort';

const choices = [
  { key: 'y', name: 'overwrite it', value: 'overwrite' },
  { key: 'n', name: 'keep it as it is', value: 'keep' },
  { key: 'd', name: 'show the difference', value: 'diff' },
  { key: 'x', name: 'abort, write nothing at all', value: 'abort' },
] satisfies readonly { key: string; name: string; value: Settlement }[];

/**
 * Asks for each file that differs, and returns the changes to write: without the files to keep. Throws
 * InputError `cancelled` where the person aborts.
 */
export async function settleConflicts(changes: readonly Change[], person: Person): Promise<Change[]> {
  const settled: Change[] = [];
  for (const change of changes) {
    if (change.change !== 'conflict' || (await mayOverwrite(change, person))) settled.push(change);
  }
  return settled;
}

async function mayOverwrite(change: Change, person: Person): Promise<boolean> {
  const why = change.reason === undefined ? '' : ` (${change.reason})`;
  const message = `${showControls(change.path)} exists and differs${why}. Overwrite it?`;
  for (;;) {
    const answer = await person.prompt({ type: 'expand', name: 'conflict', message, choices, default: 'n' });
    if (answer === 'overwrite') return true;
    if (answer === 'abort') throw cancelled();
    if (answer !== 'diff') return false;
    await person.showDifference(change);
  }
}

/** Asks once before anything is written. Throws InputError `cancelled` on a no. */
export async function confirmWriting(person: Person): Promise<void> {
  const answer = await person.prompt({
    type: 'confirm',
    name: 'write',
    message: 'Write these files?',
    default: true,
  });
  if (answer !== true) throw cancelled();
}

function cancelled(): InputError {
  return new InputError('cancelled', 'cancelled: nothing was written');
}
