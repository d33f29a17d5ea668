import { baseIds } from '../decide/decision.js';
import { renderFiles } from '../engine.js';
import type { ProjectView } from '../project/view.js';
import { languageIds } from '../questions/language-ids.js';
import { storedAnswersChange } from '../questions/stored-answers.js';
import { reconcile, type Change } from '../reconcile/reconcile.js';
import { overridesInUse, type Override } from '../render/overrides.js';
import { templateRoots } from '../render/template-roots.js';
import type { Decided } from './decide-for.js';

/** Where a run reads and writes. */
export interface Place {
  readonly project: ProjectView;
  /** The project's folder on disk. */
  readonly root: string;
  /** What relative overlay names start from. */
  readonly cwd: string;
}

export interface Prepared {
  /** `.yo-rc.json` is the last one, where it changes. */
  readonly changes: readonly Change[];
  readonly overrides: readonly Override[];
}

/** A pair of language and base that differs from all others may have a template of its own. */
const slots = languageIds.flatMap((language) =>
  baseIds.map((base) => `languages/${language}/${base}.Dockerfile.ejs`),
);

/** Renders and compares with what is on disk; writes nothing. `templates` are the overlays in the order given. */
export function prepareFiles(
  place: Place,
  { outcome, answers }: Decided,
  templates: readonly string[],
): Prepared {
  const roots = templateRoots(templates, place.cwd);
  const overrides = overridesInUse(roots, slots);
  const stored = storedAnswersChange(place.root, place.project, answers, outcome.plan.folder);
  const changes = reconcile(place.root, renderFiles(outcome.plan, roots));
  return { changes: stored === null ? changes : [...changes, stored], overrides };
}
