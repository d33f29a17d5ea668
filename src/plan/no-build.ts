import type { LanguagePart } from './context.js';
import type { NoBuild } from './plan.js';

/** Where the last stage needs nothing but the build context. */
export const noBuild: NoBuild = { language: 'none' };

interface Stages {
  readonly installs: boolean;
  readonly buildCommand: readonly string[] | null;
}

/** The part without build stages where these would install and build nothing, and nothing is copied from them. */
export function withoutIdleStages<Build extends Stages>(
  part: LanguagePart<Build>,
): LanguagePart<Build> | LanguagePart<NoBuild> {
  const { installs, buildCommand } = part.build;
  const isIdle = !installs && buildCommand === null && part.copies.every(({ from }) => from === null);
  return isIdle ? { ...part, build: noBuild } : part;
}
