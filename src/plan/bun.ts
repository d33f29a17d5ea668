import type { BunDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { portEnvironment } from './port-environment.js';
import { installers } from './installers.js';
import { madeAnew } from './build-output.js';
import { memberLeftovers, neededMembers } from './member-leftovers.js';
import { application, dependencies, writtenBy } from './node.js';
import { appFolder, memberCopies } from './node-member.js';
import { withoutIdleStages } from './no-build.js';
import type { BunBuild, Copy, NoBuild } from './plan.js';

/** Bun: dependencies, a build where there is one, and sources that run as they are. */
export function planBun(
  context: PlanContext,
  details: BunDetails,
): LanguagePart<BunBuild> | LanguagePart<NoBuild> {
  return withoutIdleStages(planInstalled(context, details));
}

function planInstalled(context: PlanContext, details: BunDetails): LanguagePart<BunBuild> {
  const { base, cell, version } = context;
  const builds = details.buildScript !== null;
  const { cache, install, prune } = installers.bun({
    lock: details.lockFile === null ? 'none' : details.lockFits ? 'fits' : 'stale',
    version: version.patch,
    development: builds || details.startNeedsDevDependencies,
    focuses: false,
    bringsYarn: false,
    home: cell.home ?? '/root',
    alpine: base.libc === 'musl',
  });
  const prunes =
    builds && details.hasDevDependencies && details.hasDependencies && !details.startNeedsDevDependencies;
  const written = writtenBy(context, details);
  const [program = '', ...args] = details.startWords;
  return {
    build: {
      ...buildStage(context),
      language: 'bun',
      cache,
      install: install.join(' && '),
      prune: prunes ? prune.join(' && ') : null,
      installFiles: copiesByFolder(details.installFiles),
      installs: details.hasDependencies || (builds && details.hasDevDependencies),
      buildCommand: buildCommand(details),
      wholeTree: builds && details.output === null && details.workspace === null,
      writable: written && written.places,
    },
    workdir: appFolder(details),
    path: null,
    env: [
      ['NODE_ENV', 'production'],
      ...Object.entries(details.startEnvironment),
      ...portEnvironment(context),
    ],
    copies: [...(cell.runCopies ?? []), ...copiesOf(details, prunes), ...(written ? [written.copy] : [])],
    volumes: written?.volumes ?? [],
    program: program === '' ? [] : [cell.interpreter ?? program, ...args],
    ignore: ['**/coverage', ...(builds ? madeAnew(details) : [])],
    leftovers: memberLeftovers(details.workspace),
    needed: neededMembers(details.workspace),
    // Bun brings certificates of its own.
    needs: { certificates: false, timeZones: false },
  };
}

function buildCommand({ buildScript, workspace }: BunDetails): string[] | null {
  if (buildScript === null) return null;
  return ['bun', ...(workspace === null ? [] : [`--cwd=${workspace.folder}`]), 'run', buildScript.value];
}

function copiesOf(details: BunDetails, prunes: boolean): Copy[] {
  if (details.workspace === null) return [...dependencies(details, prunes), ...application(details)];
  const builds = details.buildScript !== null;
  return memberCopies({ ...details, bundled: false, nodeLinker: null, prisma: null }, details.workspace, {
    builds,
    prunes,
  });
}
