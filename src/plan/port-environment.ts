import type { PlanContext } from './context.js';

/** A program that reads its port from the environment gets the port that is exposed. */
export function portEnvironment({
  facts,
  answers,
}: Pick<PlanContext, 'facts' | 'answers'>): [name: string, value: string][] {
  const port = answers.port?.value ?? facts.port?.value;
  return facts.portVariable === null || port === undefined ? [] : [[facts.portVariable.value, String(port)]];
}
