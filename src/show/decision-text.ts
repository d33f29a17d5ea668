import { loadBase } from '../catalogue/catalogue.js';
import { showControls } from '../control-characters.js';
import type { Decision, Rejection, Step } from '../decide/decision.js';
import type { Warning } from '../fact.js';
import { columns } from './columns.js';
import type { Paint } from './paint.js';

/** The path through the tree, the base it ends at, what was not taken and why, and warnings; lines for people. */
export function decisionText(decision: Decision, paint: Paint): string[] {
  return [
    ...pathText(decision, paint),
    '',
    ...section(rejectionsText(decision.rejected)),
    ...section(decision.warnings.map((warning) => warningText(warning, paint))),
  ];
}

const questionTexts: Readonly<Record<Step['question'], string>> = {
  shell: 'shell for debugging?',
  glibc: 'glibc?',
  rhel: 'Red Hat support?',
  base: 'base?',
};

function pathText({ steps, base }: Decision, paint: Paint): string[] {
  const { summary, sizeMB } = loadBase(base);
  const size = sizeMB === null ? '' : `${sizeMB} MB: `;
  const rows = [
    ...steps.map((step, depth) => [branch(depth) + questionTexts[step.question], answerText(step), `(${step.source})`]),
    [branch(steps.length) + base, '', size + summary],
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

function rejectionsText(rejected: readonly Rejection[]): string[] {
  const rows = rejected.map(({ base, reason, source, code }) => [
    base,
    `not taken: ${reason}${source === null || reason.includes(source) ? '' : ` (${source})`}${code === null ? '' : ` [${code}]`}`,
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
