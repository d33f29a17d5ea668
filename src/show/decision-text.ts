import { loadBase } from '../catalogue/catalogue.js';
import { showControls } from '../control-characters.js';
import type { Decision, Step } from '../decide/decision.js';
import type { Outcome } from '../engine.js';
import type { Warning } from '../fact.js';
import { columns } from './columns.js';
import type { Paint } from './paint.js';

/** The path through the tree, the base it ends at, what was not taken and why, and warnings; lines for people. */
export function decisionText({ decision, plan }: Outcome, paint: Paint): string[] {
  return [
    ...pathText(decision, withoutDigest(plan.images.run), paint),
    '',
    ...section(rejectionsText(decision)),
    ...section(decision.warnings.map((warning) => warningText(warning, paint))),
  ];
}

/** A digest is for machines; the files hold it. */
function withoutDigest(image: string): string {
  return image.replace(/@sha256:.*/, '');
}

const questionTexts: Readonly<Record<Step['question'], string>> = {
  shell: 'shell for debugging?',
  glibc: 'glibc?',
  rhel: 'Red Hat support?',
  base: 'base?',
};

function pathText({ steps, base }: Decision, image: string, paint: Paint): string[] {
  const rows = [
    ...steps.map((step, depth) => [
      branch(depth) + questionTexts[step.question],
      answerText(step),
      `(${step.source})`,
    ]),
    [branch(steps.length) + base, `${image}: ${loadBase(base).summary}`],
  ];
  return indented(columns(rows.map((row) => row.map(showControls)))).map((line, at) =>
    at === steps.length ? line.replace(base, paint('bold', paint('green', base))) : line,
  );
}

/** `└─ `, three blanks deeper at each step. */
function branch(depth: number): string {
  return depth === 0 ? '' : `${'   '.repeat(depth - 1)}└─ `;
}

function answerText({ answer }: Step): string {
  return typeof answer === 'string' ? answer : answer ? 'yes' : 'no';
}

function rejectionsText({ rejected, steps }: Decision): string[] {
  // Reasons that stand in the path are not told again.
  const told = steps.map(({ source }) => source);
  const rows = rejected.map(({ base, reason, source, code }) => [
    base,
    `not taken: ${reason}${source === null || told.includes(source) ? '' : ` (${source})`}${code === null ? '' : ` [${code}]`}`,
  ]);
  return indented(columns(rows.map((row) => row.map(showControls))));
}

function warningText({ code, message, source }: Warning, paint: Paint): string {
  const where = source === null || message.includes(source) ? '' : ` (${source})`;
  return `  ${paint('yellow', `warning ${code}`)}  ${showControls(message + where)}`;
}

/** Lines with an empty one behind them, or nothing. */
function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
