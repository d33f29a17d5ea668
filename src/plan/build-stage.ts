import { installSecrets } from './build-secrets.js';
import type { PlanContext } from './context.js';
import { systemPackages } from './system-packages.js';

/** What every language's build stage starts from. Its image may be of another distribution than the base. */
export function buildStage(context: PlanContext) {
  const { cell, base, facts } = context;
  const distribution = cell.buildDistribution ?? base.distribution;
  const packages = [
    ...new Set([...(cell.buildPackages ?? []), ...systemPackages(facts, { distribution }).build]),
  ];
  return {
    image: cell.build,
    startsUnprivileged: cell.buildUser === 'image',
    packages,
    // The -dev images of bases without a package manager have Wolfi's, if the cell says nothing else.
    packageManager: packages.length === 0 ? null : (cell.buildPackageManager ?? base.packageManager ?? 'apk'),
    ...installSecrets(context),
  } as const;
}
