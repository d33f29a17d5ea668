import type { Plan } from '../plan/plan.js';
import { dockerfileWords } from './dockerfile-words.js';
import { workflowWords } from './workflow-words.js';
import { renderTemplate } from './ejs-renderer.js';
import type { RenderedFile, TemplateRoot } from './render.js';

/** Every file of the plan, from the first root that has its template. A template sees the plan's fields and `dockerfileWords`. */
export function renderPlan(plan: Plan, roots: readonly TemplateRoot[]): RenderedFile[] {
  const values = { ...plan, ...dockerfileWords, ...workflowWords(plan) };
  return plan.files.map(({ path, template }) => ({ path, text: renderTemplate(template, values, roots) }));
}
