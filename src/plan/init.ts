import { servedAs } from '../detect/served-as.js';
import type { PlanContext } from './context.js';

/** An init, and where its program lies: among the base's packages, or copied from `image`. */
export interface Init {
  readonly image?: string;
  readonly package: string;
  readonly path: string;
}

/** Process 1 where neither the app nor its server ends on SIGTERM; null where one of them does. */
export function initOf({ base, cell, facts, companions }: PlanContext): Init | null {
  const ends = facts.handlesSigterm.value || servedAs(facts) === 'static';
  if (ends) return null;
  return base.init ?? { ...companions.init, path: cell.copiedInit ?? companions.init.path };
}
