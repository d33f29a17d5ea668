import type { PlanContext } from './context.js';

/** What every language's build stage starts from. */
export function buildStage({ cell, base }: PlanContext) {
  const packages = cell.buildPackages ?? [];
  return {
    image: cell.build,
    startsUnprivileged: cell.buildUser === 'image',
    packages,
    // The -dev images of bases without a package manager have Wolfi's.
    packageManager: packages.length === 0 ? null : (base.packageManager ?? 'apk'),
  } as const;
}
