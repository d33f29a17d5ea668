import { showControls } from '../control-characters.js';
import type { Outcome } from '../engine.js';
import type { Change } from '../reconcile/reconcile.js';
import type { Prepared } from '../doors/prepare-files.js';
import type { Override } from '../render/overrides.js';
import { changesText, type ConflictWord } from './changes-text.js';
import { columns } from '../columns.js';
import { decisionText } from './decision-text.js';
import type { Paint } from './paint.js';

/** What a person sees of a run: the decision, the overrides in use, and what happens to which files. */
export function runText(
  outcome: Outcome,
  prepared: Prepared,
  conflictWord: ConflictWord,
  paint: Paint,
): string {
  const { overrides, changes } = prepared;
  const lines = [
    ...decisionText(outcome, paint),
    ...overridesText(overrides),
    ...changesText(changes, conflictWord, paint),
  ];
  return ['', ...lines].join('\n');
}

function overridesText(overrides: readonly Override[]): string[] {
  if (overrides.length === 0) return [];
  const rows = overrides.map(({ template, origin }) =>
    ['override', template, `(${origin})`].map(showControls),
  );
  return [...columns(rows).map((line) => `  ${line}`), ''];
}

/** The last line: how many files were written. */
export function writtenText(written: readonly Change[]): string {
  if (written.length === 0) return '\n  nothing was written';
  return `\n  ${written.length} ${written.length === 1 ? 'file' : 'files'} written`;
}
