import { loadBase } from '../catalogue/catalogue.js';
import { columns } from '../columns.js';
import { showControls } from '../control-characters.js';
import type { Decision, Rejection, Step } from './decision.js';

const questionTexts: Readonly<Record<Step['question'], string>> = {
  shell: 'shell for debugging?',
  glibc: 'glibc?',
  rhel: 'Red Hat support?',
  base: 'base?',
};

/** The path through the tree for people, a line for each step; the last one is the base with its image. */
export function pathLines({ steps, base }: Pick<Decision, 'steps' | 'base'>, image: string): string[] {
  const rows = [
    ...steps.map((step, depth) => [
      branch(depth) + questionTexts[step.question],
      answerText(step),
      `(${step.source})`,
    ]),
    [branch(steps.length) + base, `${image}: ${loadBase(base).summary}`],
  ];
  return indented(rows);
}

/** `└─ `, three blanks deeper at each step. */
function branch(depth: number): string {
  return depth === 0 ? '' : `${'   '.repeat(depth - 1)}└─ `;
}

function answerText({ answer }: Step): string {
  return typeof answer === 'string' ? answer : answer ? 'yes' : 'no';
}

/** What was not taken and why, a line each. */
export function rejectionLines({ rejected, steps }: Pick<Decision, 'steps' | 'rejected'>): string[] {
  // Reasons that stand in the path are not told again.
  const told = steps.map(({ source }) => source);
  return indented(rejected.map((rejection) => rejectionWords(rejection, told)));
}

function rejectionWords({ base, reason, source, code }: Rejection, told: readonly string[]): string[] {
  const place = source === null || told.includes(source) ? '' : ` (${source})`;
  return [base, `not taken: ${reason}${place}${code === null ? '' : ` [${code}]`}`];
}

function indented(rows: readonly (readonly string[])[]): string[] {
  return columns(rows.map((row) => row.map(showControls))).map((line) => `  ${line}`);
}
