import type { StaticDetails } from '../detect/facts.js';
import type { LanguagePart, PlanContext } from './context.js';
import { noBuild } from './no-build.js';
import type { NoBuild } from './plan.js';
import { configurationPath, serving } from './web-server.js';

/** Pages that nothing has to build: a web server and a copy. */
export function planStatic(
  { cell, imageFolder }: PlanContext,
  { pages }: StaticDetails,
): LanguagePart<NoBuild> {
  const server = cell.server ?? 'nginx';
  const beside = pages === '.' ? [configurationPath(server, imageFolder)] : [];
  return {
    build: noBuild,
    ...serving({ ...cell, server }, { from: null, sources: [pages], exclude: beside }, [], imageFolder),
    ignore: [],
    needed: [],
    needs: { certificates: false, timeZones: false },
  };
}
