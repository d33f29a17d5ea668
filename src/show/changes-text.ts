import { showControls } from '../control-characters.js';
import type { Change } from '../reconcile/reconcile.js';
import { columns } from './columns.js';
import type { Paint, Style } from './paint.js';

const order = ['create', 'merge', 'conflict', 'identical'] as const;
const styles: Readonly<Record<Change['change'], Style>> = {
  create: 'green',
  merge: 'cyan',
  conflict: 'red',
  identical: 'dim',
};

/** What would happen to which files, a line for each kind of change. */
export function changesText(changes: readonly Change[], paint: Paint): string[] {
  const kinds = order.filter((kind) => changes.some(({ change }) => change === kind));
  const rows = kinds.map((kind) => [
    kind,
    ...changes.filter(({ change }) => change === kind).map(({ path }) => showControls(path)),
  ]);
  return columns(rows.map(([kind, ...paths]) => [kind as string, paths.join('  ')])).map(
    (line, at) => `  ${line.replace(kinds[at] as string, (kind) => paint(styles[kinds[at] as Change['change']], kind))}`,
  );
}
