import type { FrontEnd, GoDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { planFrontEnd } from './front-end.js';
import type { Copy, GoBuild } from './plan.js';
import { portEnvironment } from './port-environment.js';

/** Where the build stage has its sources. */
const sources = '/src';

/** Go: one binary at `/app`, and what it opens at run time beside it. */
export function planGo(context: PlanContext, details: GoDetails): LanguagePart<GoBuild> {
  const { facts, base } = context;
  const native = facts.nativeCode?.value ?? false;
  const runtimePaths = [...details.runtimeFolders, ...details.runtimeFiles];
  const bringsCertificates = !base.certificates;
  return {
    build: {
      ...buildStage(context),
      language: 'go',
      native,
      toolchain: asksForNewerPatch(context) ? 'auto' : null,
      frontEnd: details.frontEnd === null ? null : planFrontEnd(context, details.frontEnd),
      sources: [everything, ...embedded(details.frontEnd)],
      download: !details.vendored && details.moduleFiles.some((path) => path.endsWith('go.sum')),
      newModule: details.namesModule ? null : 'app',
      moduleFiles: copiesByFolder(details.moduleFiles),
      mainPackage: details.mainPackage,
      // Go finds time zones in the binary where the base has none.
      tags: base.timeZones ? '' : 'timetzdata',
    },
    workdir: runtimePaths.length > 0 ? '/srv' : null,
    path: null,
    env: environmentOf(context, details),
    copies: [
      ...(bringsCertificates ? [certificates] : []),
      ...runtimePaths.map(besideTheBinary),
      { from: 'build', sources: ['/out/app'], target: '/app' },
    ],
    program: ['/app', ...details.arguments],
    ignore: ['**/*_test.go', 'tmp'],
    needed: details.packageFolders,
    needs: { certificates: false, timeZones: false },
  };
}

/** The port that is exposed wins over one that a start command sets. */
function environmentOf(context: PlanContext, { environment }: GoDetails): (readonly [string, string])[] {
  const port = portEnvironment(context);
  const own = Object.entries(environment).filter(([name]) => !port.some(([taken]) => taken === name));
  return [...own, ...port];
}

const everything: Copy = { from: null, sources: ['.'], target: '.' };

function embedded(frontEnd: FrontEnd | null): Copy[] {
  if (frontEnd === null) return [];
  const path = `${frontEnd.folder}/${frontEnd.output}`;
  return [{ from: 'frontend', sources: [`${sources}/${path}`], target: `./${path}` }];
}

/** The golang images have a CA bundle at the path where Go looks first. */
const certificates: Copy = {
  from: 'build',
  sources: ['/etc/ssl/certs/ca-certificates.crt'],
  target: '/etc/ssl/certs/',
};

function besideTheBinary(folder: string): Copy {
  const bare = folder.replace(/^\.\/|\/$/g, '');
  return { from: 'build', sources: [`${sources}/${bare}`], target: `./${bare}` };
}

/** The images set GOTOOLCHAIN=local and so refuse a module that asks for a newer patch release. */
function asksForNewerPatch({ facts, version }: PlanContext): boolean {
  const [major, minor, patch] = (facts.version?.value ?? '').split('.').map(Number);
  return `${major}.${minor}` === version.cycle && (patch ?? 0) > Number(version.patch.split('.')[2]);
}
