import { showControls } from '../control-characters.js';
import type { Decision } from '../decide/decision.js';
import type { Change } from '../reconcile/reconcile.js';
import type { Override } from '../render/overrides.js';
import { changesText } from './changes-text.js';
import { columns } from './columns.js';
import { decisionText } from './decision-text.js';
import type { Paint } from './paint.js';

/** What a person sees of a run: the decision, the overrides in use, and what happens to which files. */
export function runText(
  decision: Decision,
  overrides: readonly Override[],
  changes: readonly Change[],
  paint: Paint,
): string {
  const lines = [...decisionText(decision, paint), ...overridesText(overrides), ...changesText(changes, paint)];
  return `\n${lines.join('\n')}\n`;
}

function overridesText(overrides: readonly Override[]): string[] {
  if (overrides.length === 0) return [];
  const rows = overrides.map(({ template, origin }) => ['override', template, `(${origin})`].map(showControls));
  return [...columns(rows).map((line) => `  ${line}`), ''];
}
