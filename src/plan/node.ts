import { loadPackageManagers } from '../catalogue/catalogue.js';
import type { NodeDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { portEnvironment } from './go.js';
import { installers } from './installers.js';
import type { Copy, NodeBuild } from './plan.js';
import { serving, type RunningPart } from './web-server.js';

type NodeManager = keyof typeof installers;

/** Node.js: dependencies, a build where there is one, and only what runs in the last stage. */
export function planNode(context: PlanContext, details: NodeDetails): LanguagePart<NodeBuild> {
  const { cell, facts, version } = context;
  const builds = details.buildScript !== null;
  const manager = (facts.packageManager?.value ?? 'npm') as NodeManager;
  const installer = installers[manager]({
    locked: details.lockFile !== null,
    version: details.packageManagerVersion?.value ?? loadPackageManagers().versions[manager] ?? '',
    development: builds || details.startNeedsDevDependencies,
    nodeCycle: version.cycle,
    home: cell.home ?? '/root',
    alpine: context.base.libc === 'musl',
  });
  const prunes =
    builds &&
    details.staticSite === null &&
    details.hasDevDependencies &&
    details.hasDependencies &&
    !details.startNeedsDevDependencies;
  return {
    build: {
      ...buildStage(context),
      language: 'node',
      installer,
      installFiles: copiesByFolder(details.installFiles),
      installs: details.hasDependencies || (builds && details.hasDevDependencies),
      buildCommand:
        details.buildScript === null
          ? null
          : [manager === 'yarn-berry' ? 'yarn' : manager, 'run', details.buildScript.value],
      prunes,
      wholeTree: builds && details.staticSite === null && details.output === null,
    },
    ...running(context, details, prunes),
    ignore: ['**/npm-debug.log*', '**/coverage'],
    needed: registrySettings(details),
    needs: { certificates: false, timeZones: false },
  };
}

/** What runs: the app itself, or a web server where the build ends in finished pages. */
function running(context: PlanContext, details: NodeDetails, prunes: boolean): RunningPart {
  const { cell } = context;
  if (details.staticSite !== null && cell.server !== undefined) {
    return serving(cell.server, { from: 'build', sources: [`/app/${details.staticSite.value}`] });
  }
  return {
    workdir: '/app',
    path: null,
    env: [
      ['NODE_ENV', 'production'],
      ...Object.entries(details.startEnvironment),
      ...portEnvironment(context),
    ],
    copies: [...(cell.runCopies ?? []), ...dependencies(details, prunes), ...application(details)],
    program: program(details.startWords, cell.interpreter ?? 'node'),
  };
}

/** Installed packages change less often than the app: a layer of their own. */
function dependencies(details: NodeDetails, prunes: boolean): Copy[] {
  if (!details.hasDependencies) return [];
  const from = prunes ? 'production' : 'dependencies';
  return [{ from, sources: ['/app/node_modules'], target: './node_modules' }];
}

/** Read by the install step; they may hold a token, so that the last stage goes without. */
function registrySettings({ installFiles }: NodeDetails): string[] {
  return installFiles.filter((path) => path === '.npmrc');
}

function application(details: NodeDetails): Copy[] {
  const { buildScript, output } = details;
  const exclude = registrySettings(details);
  if (buildScript === null) return [{ from: null, sources: ['.'], target: '.', exclude }];
  if (output === null) return [{ from: 'build', sources: ['/app'], target: '.', exclude }];
  return [
    { from: 'build', sources: ['/app/package.json'], target: './' },
    ...output.map((path): Copy => ({
      from: 'build',
      sources: [`/app/${path.replace(/\/$/, '')}`],
      target: `./${path.replace(/\/$/, '')}`,
    })),
  ];
}

/** `node x.js` by the interpreter's path; a tool of the dependencies by the script that npm links. */
function program(words: readonly string[], interpreter: string): string[] {
  const [first = '', ...rest] = words;
  return first === 'node' ? [interpreter, ...rest] : [interpreter, `node_modules/.bin/${first}`, ...rest];
}
