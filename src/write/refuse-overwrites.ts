import { WouldOverwriteError } from '../errors.js';
import type { Change } from '../reconcile/reconcile.js';

/** Throws WouldOverwriteError with every file of the user's that would be overwritten, unless that is wanted. */
export function refuseOverwrites(changes: readonly Change[], { force }: { force: boolean }): void {
  if (force) return;
  const conflicts = changes.filter(({ change }) => change === 'conflict');
  if (conflicts.length === 0) return;
  throw new WouldOverwriteError(
    conflicts.map(({ path }) => path),
    conflicts.flatMap(({ reason }) => reason ?? []),
  );
}
