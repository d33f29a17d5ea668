import { showControls } from '../control-characters.js';
import type { Change } from '../reconcile/reconcile.js';
import { columns } from '../columns.js';
import type { Paint, Style } from './paint.js';

const order = ['create', 'merge', 'conflict', 'identical'] as const;
const styles: Readonly<Record<Change['change'], Style>> = {
  create: 'green',
  merge: 'cyan',
  conflict: 'red',
  identical: 'dim',
};

/** What happens to a file that differs. */
export type ConflictWord = 'conflict' | 'overwrite';

/** What would happen to which files, a line for each kind of change. */
export function changesText(changes: readonly Change[], conflictWord: ConflictWord, paint: Paint): string[] {
  const kinds = order.filter((kind) => changes.some(({ change }) => change === kind));
  const rows = kinds.map((kind) => [
    kind === 'conflict' ? conflictWord : kind,
    changes
      .filter(({ change }) => change === kind)
      .map(({ path }) => showControls(path))
      .join('  '),
  ]);
  return columns(rows).map((line, at) => {
    const style = styles[kinds[at] as Change['change']];
    return `  ${line.replace(/^\w+/, (word) => paint(style, word))}`;
  });
}
