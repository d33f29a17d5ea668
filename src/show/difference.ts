import type { Change } from '../reconcile/reconcile.js';
import { showsColours } from './paint.js';

/** Prints what would change as a unified diff. The library behind it is loaded here only. */
export async function printDifference(
  changes: readonly Change[],
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { unifiedDiff } = await import('../reconcile/diff.js');
  stream.write(unifiedDiff(changes, { colour: showsColours(stream, env) }));
}
