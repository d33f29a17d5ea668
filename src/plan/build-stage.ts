import type { PlanContext } from './context.js';
import { systemPackages } from './system-packages.js';

/** What every language's build stage starts from. */
export function buildStage({ cell, base, facts }: PlanContext) {
  const packages = [...new Set([...(cell.buildPackages ?? []), ...systemPackages(facts, base).build])];
  return {
    image: cell.build,
    startsUnprivileged: cell.buildUser === 'image',
    packages,
    // The -dev images of bases without a package manager have Wolfi's, if the cell says nothing else.
    packageManager: packages.length === 0 ? null : (base.packageManager ?? cell.buildPackageManager ?? 'apk'),
  } as const;
}
