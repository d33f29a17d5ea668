import type { StaticDetails } from '../detect/facts.js';
import type { LanguagePart, PlanContext } from './context.js';
import type { StaticBuild } from './plan.js';
import { serving, webServers } from './web-server.js';

/** Pages that nothing has to build: a web server and a copy. */
export function planStatic({ cell }: PlanContext, { pages }: StaticDetails): LanguagePart<StaticBuild> {
  const server = cell.server ?? 'nginx';
  const beside = pages === '.' ? [webServers[server].configuration.path] : [];
  return {
    build: { language: 'static' },
    ...serving(server, { from: null, sources: [pages], exclude: beside }, []),
    ignore: [],
    needed: [],
    needs: { certificates: false, timeZones: false },
  };
}
