import { loadPackageManagers } from '../catalogue/catalogue.js';
import type { NodeDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { portEnvironment } from './port-environment.js';
import { commandLine } from '../detect/shell-words.js';
import { installerSettings } from './installer-settings.js';
import { madeAnew } from './build-output.js';
import { withoutIdleStages } from './no-build.js';
import { documentsOf, memberLeftovers, neededMembers } from './member-leftovers.js';
import { installEnvironment } from './install-environment.js';
import { installers } from './installers.js';
import {
  buildSteps,
  generateClient,
  memberInstall,
  withoutLateScripts,
  type NodeManager,
} from './node-commands.js';
import { appFolder, leftBehind, memberCopies, standalone } from './node-member.js';
import type { Copy, Installer, NoBuild, NodeBuild } from './plan.js';
import { writable, type Writable } from './writable.js';
import { serving, type RunningPart } from './web-server.js';

/** Node.js: dependencies, a build where there is one, and only what runs in the last stage. */
export function planNode(
  context: PlanContext,
  details: NodeDetails,
): LanguagePart<NodeBuild> | LanguagePart<NoBuild> {
  return withoutIdleStages(planBuiltNode(context, details));
}

/** The same for an app that is known to have a build stage. */
export function planBuiltNode(context: PlanContext, details: NodeDetails): LanguagePart<NodeBuild> {
  const { facts } = context;
  const manager = (facts.packageManager?.value ?? 'npm') as NodeManager;
  const steps = buildSteps(manager, details);
  const builds = steps.length > 0;
  const prunes = leavesToolsBehind(details, builds, manager);
  const written = writtenBy(context, details);
  const secrets = details.installVariables.map(({ value }) => value);
  const installer = memberInstaller(installerOf(context, details, builds), manager, details, builds);
  return {
    build: {
      ...buildStage(context),
      language: 'node',
      portable: details.staticSite !== null,
      installer,
      installFiles: copiesByFolder(details.installFiles),
      installs: details.hasDependencies || (builds && details.hasDevDependencies),
      environment: installEnvironment(details, {
        packageManager: manager,
        node: context.version.patch,
        image: context.cell.build,
      }),
      secrets,
      // Yarn refuses to do anything without them.
      scriptSecrets: manager === 'yarn' || manager === 'yarn-berry' ? secrets : [],
      scriptRemovals: withoutLateScripts(details),
      generators: details.prisma ? [generateClient(manager, details.prisma)] : [],
      buildPreparations: steps.slice(0, -1),
      buildCommand: steps.at(-1) ?? null,
      prunes,
      writable: written && written.places,
      buildInstalls: details.buildInstalls && details.nestedInstalls.length > 0,
      leftovers: builds && runsWholeTree(details) ? ['.', ...details.nestedInstalls].map(packagesOf) : [],
    },
    ...running(context, details, { builds, prunes, written }),
    volumes: written?.volumes ?? [],
    ignore: [
      '**/coverage',
      '**/.nyc_output',
      ...(manager === 'yarn-berry' ? yarnState : []),
      ...(builds ? madeAnew(details) : []),
    ],
    leftovers: memberLeftovers(details.workspace),
    needed: [...documentsOf(details), ...neededMembers(details.workspace)],
    needs: { certificates: false, timeZones: false },
  };
}

/** What Yarn made of an install elsewhere. */
const yarnState = ['.pnp.*', '.yarn/install-state.gz', '.yarn/unplugged'];

function installerOf({ cell, version, base, facts }: PlanContext, details: NodeDetails, builds: boolean) {
  const manager = (facts.packageManager?.value ?? 'npm') as NodeManager;
  return installers[manager]({
    lock: details.lockFile === null ? 'none' : details.lockFits ? 'fits' : 'stale',
    version: details.packageManagerVersion?.value ?? loadPackageManagers().versions[manager] ?? '',
    development: builds || needsTools(details) || (manager === 'yarn-berry' && !details.hasDevDependencies),
    focuses: details.focuses,
    // Images of Node.js have none from 26 on.
    bringsYarn: Number(version.cycle) < 26 && cell.yarn !== false,
    home: cell.home ?? '/root',
    alpine: base.libc === 'musl',
  });
}

/** In a workspace only what the app needs is left, or where nothing is built, installed at all. */
function memberInstaller(
  installer: Installer,
  manager: NodeManager,
  details: NodeDetails,
  builds: boolean,
): Installer {
  if (details.workspace === null) return installer;
  const commands = memberInstall(manager, details.workspace, details.focuses);
  const prune = commands.map(commandLine);
  if (!installsMemberAlone(details, builds)) return { ...installer, prune };
  // Yarn's focus does not look whether the lock file fits.
  const install = manager === 'yarn-berry' ? ['yarn install --immutable', ...prune] : prune;
  return { ...installer, prune, install };
}

function installsMemberAlone(details: NodeDetails, builds: boolean): boolean {
  const { workspace, lockFile, lockFits } = details;
  return workspace !== null && !builds && !needsTools(details) && lockFile !== null && lockFits;
}

function needsTools(details: NodeDetails): boolean {
  const { startNeedsDevDependencies, installNeedsDevDependencies, prisma } = details;
  return startNeedsDevDependencies || installNeedsDevDependencies || prisma !== null;
}

/** Does a stage of its own install what runs, without development tools and (in a workspace) without the other members' packages? */
function leavesToolsBehind(details: NodeDetails, builds: boolean, manager: NodeManager): boolean {
  const { workspace } = details;
  const more = details.hasDevDependencies || workspace !== null;
  const installsMore =
    builds ||
    details.prisma !== null ||
    details.installNeedsDevDependencies ||
    (workspace !== null && !installsMemberAlone(details, builds));
  const runsPackages = details.staticSite === null && !details.bundled && details.hasDependencies;
  const keepsTools =
    details.startNeedsDevDependencies ||
    details.prisma?.place === 'linked' ||
    (details.installNeedsDevDependencies && !leavesPackagesAlone.has(manager));
  return installsMore && runsPackages && more && !keepsTools;
}

/** The others install what stays once more when they leave the tools out, and lose what an install script changed. */
const leavesPackagesAlone: ReadonlySet<NodeManager> = new Set(['npm', 'pnpm']);

function packagesOf(folder: string): string {
  return folder === '.' ? 'node_modules' : `${folder}/node_modules`;
}

function runsWholeTree({ staticSite, output, standalone, workspace, needsMembers }: NodeDetails): boolean {
  return staticSite === null && (output === null || needsMembers) && !standalone && workspace === null;
}

/** Volumes for what the program writes beside its sources. */
export function writtenBy(
  context: PlanContext,
  details: Pick<NodeDetails, 'writtenFolders' | 'writtenDatabases'> & Parameters<typeof appFolder>[0],
): Writable | null {
  const { writtenFolders: folders, writtenDatabases: databases } = details;
  const found = writable(context, { written: { folders, databases } });
  const folder = appFolder(details);
  return (
    found && {
      places: found.places,
      copy: { ...found.copy, from: 'dependencies' },
      volumes: found.volumes.map((volume) => volume.replace('/app', folder)),
    }
  );
}

/** What of the build stages there is to copy from. */
interface Stages {
  readonly written: Writable | null;
  readonly builds: boolean;
  readonly prunes: boolean;
}

/** What runs: the app itself, or a web server where the build ends in finished pages. */
function running(context: PlanContext, details: NodeDetails, stages: Stages): RunningPart {
  const { cell, imageFolder } = context;
  const folder = appFolder(details);
  if (details.staticSite !== null && cell.server !== undefined) {
    const pages = { from: 'build', sources: [`${folder}/${details.staticSite.value}`] };
    return serving({ ...cell, server: cell.server }, pages, details.siteFallbacks, imageFolder);
  }
  return {
    workdir: folder,
    path: null,
    env: [
      ['NODE_ENV', 'production'],
      ...Object.entries(details.startEnvironment),
      ...portEnvironment(context),
    ],
    copies: [
      ...(cell.runCopies ?? []),
      ...copiesOf(details, stages),
      ...(stages.written ? [stages.written.copy] : []),
    ],
    program: program(details, cell.interpreter ?? 'node'),
  };
}

function copiesOf(details: NodeDetails, { builds, prunes }: Pick<Stages, 'builds' | 'prunes'>): Copy[] {
  if (details.standalone) return standalone(details);
  if (details.workspace !== null) return memberCopies(details, details.workspace, { builds, prunes });
  const app = details.runsInOutput ? wholeOutput(details) : application(details, builds);
  return [...(details.bundled ? [] : dependencies(details, prunes)), ...app, ...generated(details, builds)];
}

/** A client that is generated among the sources is in no clone of them. */
function generated({ prisma, output }: NodeDetails, builds: boolean): Copy[] {
  const wholeTree = builds && output === null;
  const folders = wholeTree ? [] : (prisma?.output ?? []);
  const apart = folders.filter((folder) => !builds || !folder.startsWith('src/'));
  return apart.map((folder) => ({
    from: 'dependencies',
    sources: [`/app/${folder}`],
    target: `./${folder}`,
  }));
}

/** The output in place of the app's root. */
function wholeOutput({ output }: NodeDetails): Copy[] {
  return [{ from: 'build', sources: [`/app/${output?.[0] ?? ''}`], target: '.' }];
}

/** Installed packages change less often than the app: a layer of their own. */
export function dependencies(
  details: Pick<NodeDetails, 'hasDependencies' | 'installFiles'> & Partial<Pick<NodeDetails, 'needsMembers'>>,
  prunes: boolean,
): Copy[] {
  if (!details.hasDependencies) return [];
  const from = prunes ? 'production' : 'dependencies';
  // Members may have packages of their own beside them.
  if (details.needsMembers)
    return [{ from, sources: ['/app'], target: '.', exclude: installerSettings(details) }];
  return [{ from, sources: ['/app/node_modules'], target: './node_modules' }];
}

export function application(
  details: Pick<NodeDetails, 'buildScript' | 'output' | 'installFiles'> &
    Partial<Pick<NodeDetails, 'needsMembers'>>,
  builds = details.buildScript !== null,
): Copy[] {
  const { output } = details;
  const exclude = installerSettings(details);
  if (!builds) return [{ from: null, sources: ['.'], target: '.', exclude }];
  if (details.needsMembers)
    return [{ from: 'build', sources: ['/app'], target: '.', exclude: [...exclude, '**/node_modules'] }];
  if (output === null) return [{ from: 'build', sources: ['/app'], target: '.', exclude }];
  return [
    { from: 'build', sources: ['/app/package.json'], target: './' },
    ...output.map((path): Copy => ({
      from: 'build',
      sources: [`/app/${path.replace(/\/$/, '')}`],
      target: `./${path.replace(/\/$/, '')}`,
      ...leftBehind(path),
    })),
  ];
}

/** `node x.js` by the interpreter's path; a tool of the dependencies by the script that npm links. */
function program(
  { startWords, workspace, runsInOutput, output }: NodeDetails,
  interpreter: string,
): string[] {
  const [first = '', ...rest] = startWords.map((word) =>
    runsInOutput && word.startsWith(`${output?.[0]}/`) ? word.slice(`${output?.[0]}/`.length) : word,
  );
  if (first === '') return [];
  const words = first === 'node' ? rest : [`node_modules/.bin/${first}`, ...rest];
  // A member's packages lie at the workspace's root, unless its package manager keeps each member's apart.
  const up = workspace?.packagesAbove ? '../'.repeat(workspace.folder.split('/').length) : '';
  return [interpreter, ...words.map((word) => (word.startsWith('node_modules/') ? `${up}${word}` : word))];
}
