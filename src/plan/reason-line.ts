import type { BaseEntry } from '../catalogue/catalogue.js';
import type { Decision, Step } from '../decide/decision.js';

/** Why this base, in one line at the head of the Dockerfile: `Base: scratch (shell: no, glibc: no).` */
export function reasonLine(base: BaseEntry, decision: Decision): string {
  const path = decision.steps.map(stepWords).join(', ');
  return `Base ${base.id}: ${path}. ${capital(base.summary)}.`;
}

function stepWords({ question, answer }: Step): string {
  if (question === 'base') return 'asked for';
  const names = { shell: 'a shell', glibc: 'glibc', rhel: 'Red Hat support' };
  return `${names[question]} is ${answer ? 'needed' : 'not needed'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
