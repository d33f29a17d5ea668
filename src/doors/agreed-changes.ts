import type { Person } from '../questions/ask.js';
import type { Settings } from '../questions/given.js';
import type { Change } from '../reconcile/reconcile.js';
import { refuseOverwrites } from '../write/refuse-overwrites.js';
import { confirmWriting, settleConflicts } from './settle-conflicts.js';

/**
 * The changes to write: none where nobody wants any (`--dry-run`, `--diff`), else what the person agrees to.
 * Where there is none, throws WouldOverwriteError for files that differ, unless `--force`.
 */
export async function agreedChanges(
  changes: readonly Change[],
  { force, dryRun, diff }: Settings,
  person: Person | null,
): Promise<readonly Change[]> {
  const pending = changes.filter(({ change }) => change !== 'identical');
  if (dryRun || diff || pending.length === 0) return [];
  if (person === null) {
    refuseOverwrites(pending, { force });
    return pending;
  }
  const settled = force ? pending : await settleConflicts(pending, person);
  if (settled.length > 0) await confirmWriting(person);
  return settled;
}
