import type { Outcome } from '../engine.js';
import type { Change } from '../reconcile/reconcile.js';

/** The plan as `--json` prints it; `schema/plan.schema.json` describes it. `project.path` is `.`: the folder that was asked about. */
export function planDocument({ survey, decision, plan }: Outcome, changes: readonly Change[]): object {
  const { facts, apps } = survey;
  return {
    schema: 1,
    project: {
      path: '.',
      apps,
      language: facts.language,
      version: facts.version,
      packageManager: facts.packageManager,
      framework: facts.framework,
      entry: facts.entry,
      start: facts.start,
      port: facts.port,
      nativeCode: facts.nativeCode,
      needsGlibc: facts.needsGlibc,
    },
    decision,
    images: plan.images,
    files: changes.map(({ path, change }) => ({ path, change })),
  };
}
