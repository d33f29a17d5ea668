import { InputError } from '../errors.js';
import type { Warning } from '../fact.js';
import type { AppFacts, LateScript, NodeDetails } from './facts.js';
import { defineLanguage, type Place } from './language.js';
import { needlessDownloads } from './node/downloads.js';
import { browserOf, browserWarnings } from './node/browser.js';
import { buildOf, outsideBuilds, type Build } from './node/build.js';
import { offlineBuild, offlineHooks } from './node/build-migrations.js';
import { asksForMode } from './node/build-mode.js';
import { buildSettings } from './node/build-settings.js';
import { frameworkOf, frameworkWarnings, type FoundFramework } from './node/framework.js';
import { gitDependency, sshDependencies } from './node/git-dependency.js';
import { withoutFaults } from './node/addon-faults.js';
import { appAt } from './node/app-at.js';
import { compiledTests } from './node/compiled-tests.js';
import { writtenToken, writtenTokenWarnings } from './node/written-token.js';
import { refuseWrittenPasswords } from './node/written-passwords.js';
import { installVariables } from './node/install-variables.js';
import { variableWarning } from './token-variable.js';
import { installFiles } from './node/install-files.js';
import { developmentInstallScript, installScripts, lateScripts } from './node/late-scripts.js';
import { isLoneProgram, loneNames } from './node/lone-program.js';
import { readManifest } from './node/manifest.js';
import { buildInstalls } from './node/build-installs.js';
import { neededSettings, settingsWarnings } from './node/needed-settings.js';
import { nextAdvice, nextOutput } from './node/next.js';
import { isNxProject, notBuiltByNx } from './node/nx-project.js';
import { nestedInstalls } from './node/nested-installs.js';
import { refuseInjected } from './node/injected-packages.js';
import { refuseMissingWorkspace } from './node/missing-workspace.js';
import { nativeOf, type Native } from './node/native.js';
import type { NodeApp } from './node/node-app.js';
import { refuseNodeSass } from './node/node-sass.js';
import { onlyShowsPages } from './node/only-shows-pages.js';
import { legacyHashes } from './node/old-webpack.js';
import { outputOf } from './node/output.js';
import { packageManager, type Installer } from './node/package-manager.js';
import { prismaFiles, prismaOf } from './node/prisma.js';
import { runningOf, type Running } from './node/running.js';
import { compilerPackages, systemPackages } from './node/system-packages.js';
import { developmentRuntime, strictEngines } from './node/strict-engines.js';
import { nodeVersion } from './node/version.js';
import { startedMember } from './node/started-member.js';
import { bringsPackages, memberPlaces, membersOf, membersOfRoot, type Member } from './node/workspace.js';
import { holdsToolsAlone } from './node/tools-alone.js';
import { unsetSettings } from './node/unset-settings.js';
import { workspaceApps } from './node/workspace-apps.js';
import { detectRhel } from './rhel.js';

/** Node.js: a manifest, a lock file, a start command. https://nodejs.org/api/packages.html */
export const node = defineLanguage({
  id: 'node',
  marks: ['package.json', 'project.json'],
  scripts: loneNames,
  claims: (project) =>
    project.has('package.json')
      ? !onlyShowsPages(appAt(project, null, null))
      : isNxProject(project) || isLoneProgram(project),
  apps: workspaceApps,
  mainApp: startedMember,
  toolsAlone: holdsToolsAlone,
  places: memberPlaces,
  /** Throws InputError where nothing of the app could be served, too. */
  detect(project, asked = null, place = null): AppFacts {
    const app = appAt(project, asked, place);
    const { manifest } = app;
    if (app.nx === null && !manifest.exists && isNxProject(project)) throw notBuiltByNx(project);
    refuseMissingWorkspace(app);
    refuseNodeSass(manifest);
    const root = rootOf(app);
    const installer = packageManager(root);
    refuseInjected(app, installer.packageManager.value);
    const { version, warnings } = withoutFaults(app, nodeVersion(app));
    const framework = frameworkOf(app);
    const build = buildOf(app, framework);
    const offline = build.tool ? null : offlineBuild(app, build.script);
    const hooks = build.tool ? [] : offlineHooks(app, build.script);
    const running = runningOf(app, build, framework);
    const settings = buildSettings(app, build);
    const members = app.membership ? [] : membersOfRoot(app, running.entry?.value ?? null);
    const native = nativeOf(app, installer.lockFile, members);
    const install = installDetails(app, root, installer, native, place, members);
    refuseWrittenPasswords(root, install.installFiles);
    if (running.unserved)
      throw new InputError('nothing-serves', running.unserved.reason, running.unserved.hint);
    return {
      language: { value: 'node', source: mark(app, running) },
      version,
      packageManager: installer.packageManager,
      framework: framework?.fact ?? null,
      entry: running.entry,
      start: running.start,
      port: running.port,
      portVariable: running.variable,
      ...native,
      handlesSigterm: running.handlesSigterm,
      name: manifest.string('name'),
      appVersion: manifest.string('version'),
      description: manifest.string('description'),
      rhel: detectRhel(project),
      neededSettings: neededSettings(app),
      warnings: [
        ...warnings,
        ...installer.warnings,
        ...running.warnings,
        ...frameworkWarnings(framework),
        ...settings.warnings,
        ...outsideBuilds(app),
        ...[offline, ...hooks].flatMap((script) => script?.warnings ?? []),
        ...unsetSettings(app, framework),
        ...browserWarnings(app),
        ...settingsWarnings(app),
        ...nextAdvice(project, startsNext(running) ? manifest.dependency('next') : null),
        ...variableWarnings(root),
        ...writtenTokenWarnings(root.project),
        ...sshDependencies(app),
      ],
      details: {
        ...install,
        hasDependencies:
          install.hasDependencies || (running.needsDevDependencies && install.hasDevDependencies),
        ...buildDetails(app, build, running, framework),
        offlineBuild: offline?.line ?? null,
        offlineHooks: hooks.map(({ name, line }) => ({ name, line })),
        buildMode: asksForMode(app, build, framework),
        buildEnvironment: [
          ...(framework?.framework.buildEnvironment ?? []),
          ...settings.environment,
          ...legacyHashes(app, build),
        ],
        documents: [...running.documents, ...settings.files],
        nestedInstalls: nestedInstalls(app, build, running.entry?.value ?? null),
        ...runDetails(app, running, framework),
      },
    };
  },
});

/** Who installs, and from which lock file, is the matter of a workspace's root. */
function rootOf(app: NodeApp): NodeApp {
  return app.membership ? appAt(app.membership.root, null, null) : app;
}

function mark({ manifest, place }: NodeApp, { entry }: Running): string {
  return manifest.exists ? place('package.json') : (entry?.source ?? 'default: no package.json');
}

function variableWarnings(root: NodeApp): Warning[] {
  return installVariables(root).map(variableWarning);
}

function installDetails(
  app: NodeApp,
  root: NodeApp,
  installer: Installer,
  native: Native,
  place: Place | null,
  members: readonly Member[],
) {
  const manifests = [app, root].map(({ manifest }) => manifest);
  const prisma = prismaOf(app, installer);
  return {
    kind: 'node' as const,
    lockFile: installer.lockFile,
    packageManagerVersion: installer.version,
    lockFits: installer.lockFits,
    strictEngines: strictEngines(root === app ? [app] : [app, root], root, installer),
    developmentRuntime: developmentRuntime(root),
    installVariables: installVariables(root),
    writtenToken: writtenToken(root.project),
    gitDependency: gitDependency(app, null) ?? gitDependency(root, installer.lockFile),
    peersConflict: installer.peersConflict,
    nodeLinker: nodeLinker(root, installer),
    cachesInProject: cachesInProject(root, installer),
    focuses: focuses(root, installer),
    installFiles: [
      ...new Set([...installFiles(root, installer), ...prismaFiles(root.project, prisma)]),
    ].sort(),
    installScripts: installScripts.flatMap((name) => app.manifest.script(name) ?? []),
    installNeedsDevDependencies: manifests.some((manifest) => developmentInstallScript(manifest) !== null),
    hasDependencies: [app, root, ...members].some(bringsPackages),
    hasDevDependencies: manifests.some(({ devDependencies }) => devDependencies.length > 0),
    prisma,
    systemPackages: [...systemPackages(app), ...compilerPackages(root, installer.lockFile, native)],
    browser: browserOf(app),
    needlessDownloads: needlessDownloads(app),
    needsMembers: members.length > 0,
    workspace: workspaceOf(app, root, installer),
    builtAtRoot: app.project === place?.root,
  };
}

function buildDetails(app: NodeApp, build: Build, running: Running, found: FoundFramework | null) {
  return {
    buildScript: build.script,
    buildTool: build.tool ?? null,
    output: outputOf(app, build, running, found),
    lateScripts: lateScriptsOf(app, build),
    buildInstalls: buildInstalls(app),
  };
}

/** The app's own, and in a workspace those of every manifest that is there when the install runs. */
function lateScriptsOf({ project, manifest, membership }: NodeApp, build: Build): LateScript[] {
  if (!membership) {
    const below = membersOf(project).flatMap((member) => lateScripts(member.manifest, null, member.folder));
    return [...lateScripts(manifest, build, '.'), ...below];
  }
  const { root, folder, members, needed } = membership;
  const ofMembers = members.flatMap((member) => {
    const scripts = lateScripts(member.manifest, member.folder === folder ? build : null, member.folder);
    return needed.includes(member) ? scripts : scripts.map((script) => ({ ...script, runs: false }));
  });
  return [...lateScripts(readManifest(root), null, '.'), ...ofMembers];
}

function workspaceOf(
  { membership, manifest }: NodeApp,
  root: NodeApp,
  { packageManager: { value: manager } }: Installer,
): NodeDetails['workspace'] {
  if (!membership) return null;
  const { folder, needed, members } = membership;
  const needs = needed.filter((member) => member.folder !== folder);
  return {
    folder,
    name: manifest.string('name')?.value ?? null,
    needs: needs.map((member) => ({
      folder: member.folder,
      buildScript: member.manifest.script('build') ? 'build' : null,
    })),
    others: members.filter((member) => !needed.includes(member)).map((member) => member.folder),
    compiledTests: needed.flatMap((member) =>
      compiledTests(root.project.below(member.folder)).map((name) => `${member.folder}/${name}`),
    ),
    rootDependencies: root.manifest.dependencies.length > 0,
    packagesAbove: manager !== 'pnpm' || manifest.dependencies.length === 0,
    orchestrator: orchestratorOf(root),
  };
}

/** Turborepo finds the members only where the root names its package manager. */
function orchestratorOf({ project, manifest }: NodeApp): 'turbo' | 'nx' | null {
  const brings = (tool: string) => manifest.devDependency(tool) ?? manifest.dependency(tool);
  if (project.has('nx.json') && brings('nx')) return 'nx';
  return project.has('turbo.json') && brings('turbo') && manifest.string('packageManager') ? 'turbo' : null;
}

function runDetails(app: NodeApp, running: Running, found: FoundFramework | null) {
  const browser: Record<string, string> =
    browserOf(app)?.value === 'puppeteer' ? { PUPPETEER_EXECUTABLE_PATH: '/usr/bin/chromium' } : {};
  // Its folder brings a server of its own, which listens on the container's name unless told otherwise.
  const ownServer = isStandalone(app, found) && (running.words.length === 0 || startsNext(running));
  return {
    startWords: ownServer ? ['node', 'server.js'] : running.words,
    startEnvironment: { ...running.environment, ...(ownServer && { HOSTNAME: '0.0.0.0' }), ...browser },
    startNeedsDevDependencies: running.needsDevDependencies && !ownServer,
    staticSite: running.site?.folder ?? null,
    siteFallbacks: running.site?.fallbacks ?? [],
    writtenFolders: running.writtenFolders,
    writtenDatabases: running.writtenDatabases,
    runsInOutput: startsInWhole(app, found, running),
    runsTypeScript: /\.[cm]?tsx?$/.test(running.entry?.value ?? ''),
    standalone: ownServer,
    bundled:
      ownServer ||
      (found?.framework.bundles === true &&
        running.entry?.value.startsWith(found.framework.output ?? '?') === true),
  };
}

/** In a workspace the layout stays as it is, for the links between its members. */
function startsInWhole({ membership }: NodeApp, found: FoundFramework | null, { entry }: Running): boolean {
  const { runsInOutput, output } = found?.framework ?? {};
  return runsInOutput === true && !membership && entry?.value.startsWith(`${output}/`) === true;
}

function isStandalone({ project }: NodeApp, found: FoundFramework | null): boolean {
  return found?.framework.id === 'next' && nextOutput(project)?.value === 'standalone';
}

function startsNext({ server, entry }: Running): boolean {
  return server?.dependency === 'next' || entry?.value.endsWith('standalone/server.js') === true;
}

/** Yarn 2 and later install by Plug'n'Play unless told otherwise. https://yarnpkg.com/configuration/yarnrc#nodeLinker */
function nodeLinker({ project }: NodeApp, { packageManager: manager }: Installer): NodeDetails['nodeLinker'] {
  if (manager.value !== 'yarn-berry') return null;
  const stated = project.yaml('.yarnrc.yml')?.string('nodeLinker')?.value;
  return stated === undefined || stated === 'pnp' ? 'pnp' : 'node-modules';
}

/** https://yarnpkg.com/configuration/yarnrc#enableGlobalCache: the default changed with Yarn 4. */
function cachesInProject({ project }: NodeApp, installer: Installer): boolean {
  if (installer.packageManager.value !== 'yarn-berry' || project.hasFolder('.yarn/cache')) return false;
  const stated = project.yaml('.yarnrc.yml')?.get('enableGlobalCache')?.value;
  return stated === undefined ? yarnMajor(installer) < 4 : stated === false;
}

/** https://yarnpkg.com/cli/workspaces/focus */
function focuses({ project }: NodeApp, installer: Installer): boolean {
  if (installer.packageManager.value !== 'yarn-berry') return false;
  const plugin = '.yarn/plugins/@yarnpkg/plugin-workspace-tools.cjs';
  return yarnMajor(installer) >= 4 || project.has(plugin);
}

function yarnMajor({ version }: Installer): number {
  return Number((version?.value ?? '4').split('.')[0]);
}
