import { showControls } from '../control-characters.js';
import { pathLines, rejectionLines } from '../decide/decision-lines.js';
import type { Decision } from '../decide/decision.js';
import type { Outcome } from '../engine.js';
import type { Warning } from '../fact.js';
import type { Paint } from './paint.js';

/** The path through the tree, the base it ends at, what was not taken and why, and warnings; lines for people. */
export function decisionText({ decision, plan }: Outcome, paint: Paint): string[] {
  return [
    ...pathText(decision, withoutDigest(plan.images.run), paint),
    '',
    ...section(rejectionLines(decision)),
    ...section(decision.warnings.map((warning) => warningText(warning, paint))),
  ];
}

/** A digest is for machines; the files hold it. */
function withoutDigest(image: string): string {
  return image.replace(/@sha256:.*/, '');
}

/** The base stands out. */
function pathText(decision: Decision, image: string, paint: Paint): string[] {
  const { steps, base } = decision;
  return pathLines(decision, image).map((line, at) =>
    at === steps.length ? line.replace(base, paint('bold', paint('green', base))) : line,
  );
}

function warningText({ code, message, source }: Warning, paint: Paint): string {
  const where = source === null || message.includes(source) ? '' : ` (${source})`;
  return `  ${paint('yellow', `warning ${code}`)}  ${showControls(message + where)}`;
}

/** Lines with an empty one behind them, or nothing. */
function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}
