/** The engine, for programs of one's own: detect, decide, plan, render, reconcile, write. */
export type { Answers } from './answers.js';
export type { BaseId, Decision, Rejection, Step } from './decide/decision.js';
export type { AppFacts, LanguageId, PackageManager } from './detect/facts.js';
export {
  findApps,
  renderFiles,
  resolve,
  survey,
  type FoundApp,
  type Outcome,
  type Survey,
} from './engine.js';
export { exitStatus, InputError, WouldOverwriteError } from './errors.js';
export type { Fact, Warning } from './fact.js';
export type { Plan } from './plan/plan.js';
export { planDocument } from './plan/plan-document.js';
export { openProject } from './project/folder-view.js';
export { memoryProject } from './project/memory-view.js';
export type { ProjectView } from './project/view.js';
export { reconcile, type Change } from './reconcile/reconcile.js';
export type { RenderedFile, TemplateRoot } from './render/render.js';
export { templateRoots } from './render/template-roots.js';
export { writeFiles } from './write/write.js';
