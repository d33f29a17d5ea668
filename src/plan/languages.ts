import { planBun } from './bun.js';
import type { LanguagePart, PlanContext } from './context.js';
import { planDeno } from './deno.js';
import { planGo } from './go.js';
import { planNode } from './node.js';
import type { Plan } from './plan.js';
import { planPython } from './python.js';
import { planStatic } from './static.js';

/** The language's side of the joint. */
export function planLanguage(context: PlanContext): LanguagePart<Plan['build']> {
  const { details } = context.facts;
  switch (details.kind) {
    case 'bun':
      return planBun(context, details);
    case 'deno':
      return planDeno(context, details);
    case 'go':
      return planGo(context, details);
    case 'node':
      return planNode(context, details);
    case 'python':
      return planPython(context, details);
    case 'static':
      return planStatic(context, details);
  }
}
