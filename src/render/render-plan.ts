import type { Plan, PlannedFile } from '../plan/plan.js';
import { dockerfileWords } from './dockerfile-words.js';
import { renderTemplate } from './ejs-renderer.js';
import { findTemplate } from './find-template.js';
import { markdownWords } from './markdown-words.js';
import type { RenderedFile, TemplateRoot } from './render.js';
import { workflowWords } from './workflow-words.js';

/** Every file of the plan, from the first root that has its template. A template sees the plan's fields, `dockerfileWords` and `workflowWords`. */
export function renderPlan(plan: Plan, roots: readonly TemplateRoot[]): RenderedFile[] {
  const values = { ...plan, ...dockerfileWords, ...workflowWords(plan), ...markdownWords };
  return plan.files.map((file) => ({
    path: file.path,
    text: renderTemplate(templateOf(file, roots), values, roots),
    ...(file.mergedAs && { mergedAs: file.mergedAs }),
  }));
}

/** The last one is always there: it is built in. */
function templateOf({ templates }: PlannedFile, roots: readonly TemplateRoot[]): string {
  return templates.find((template) => findTemplate(template, roots) !== null) ?? templates.at(-1)!;
}
