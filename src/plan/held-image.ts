import type { PlanContext } from './context.js';
import type { HeldImage } from './plan.js';

/**
 * Where the run time comes from another image than the build's, whose tag does not name it, a bot that moves the build
 * alone gives an app that does not start. Null where both move together, since the run time is the build's own, or where
 * nothing of the language is left to run.
 */
export function heldImage({ cell, language, version }: PlanContext): HeldImage | null {
  const [image, run] = [cell.build, cell.run].map((reference) => reference.replace(/:[^:/]*$/, ''));
  const isRunTimeOfBuild = image === run || cell.runCopies !== undefined;
  const namesVersion = cell.build.includes(version.patch);
  const nothingRuns = language.selfContained || cell.server !== undefined;
  if (image === undefined || isRunTimeOfBuild || !namesVersion || nothingRuns) return null;
  return {
    image,
    line: `${language.title} ${version.cycle}`,
    types: version.cycle.includes('.') ? ['major', 'minor'] : ['major'],
  };
}
