import { posix } from 'node:path';
import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { bunRunning } from './bun/running.js';
import { runsOnBun } from './bun/runs-on-bun.js';
import { bunStart } from './bun/start.js';
import { bunVersion } from './bun/version.js';
import type { AppFacts, BunDetails } from './facts.js';
import { defineLanguage, type Place } from './language.js';
import { compiled } from './bun/compiled.js';
import { buildOf, type Build } from './node/build.js';
import { frameworkOf } from './node/framework.js';
import { installFiles } from './node/install-files.js';
import { readManifest } from './node/manifest.js';
import { nativeOf } from './node/native.js';
import type { NodeApp } from './node/node-app.js';
import { outputOf } from './node/output.js';
import { packageManager, type Installer } from './node/package-manager.js';
import { refuseWrittenPasswords } from './node/written-passwords.js';
import { writtenToken, writtenTokenWarnings } from './node/written-token.js';
import { startedMember } from './node/started-member.js';
import { workspaceApps } from './node/workspace-apps.js';
import { bringsPackages, membershipOf, membersOf, membersOfRoot } from './node/workspace.js';
import { detectRhel } from './rhel.js';

/** Bun: a Node.js package whose start command, sources or types say that Bun runs it. https://bun.com/docs */
export const bun = defineLanguage({
  id: 'bun',
  marks: ['package.json'],
  claims: (project) => runsOnBun(appOf(project, null)) !== null || (bunApps(project) ?? []).length > 0,
  apps: bunApps,
  mainApp: startedMember,
  detect(project, asked = null, place = null): AppFacts {
    const app = appOf(project, asked, place);
    const { manifest } = app;
    const root = app.membership ? appOf(app.membership.root, null) : app;
    const installer = bunInstaller(root);
    const files = installFiles(root, installer);
    refuseWrittenPasswords(root, files);
    const found = frameworkOf(app);
    const scripts = buildOf(app, found);
    const program = compiled(app, scripts);
    // What Bun compiles holds Bun and the sources: both are in the image as they are.
    const build: Build = program === null ? scripts : { script: null, output: null };
    const running = bunRunning(app, build, found, bunStart(app, build, program));
    const members = app.membership ? [] : membersOfRoot(app, running.entry?.value ?? null);
    return {
      language: { value: 'bun', source: runsOnBun(app)?.source ?? app.place('package.json') },
      version: bunVersion(app),
      packageManager: installer.packageManager,
      framework: found?.fact ?? null,
      entry: running.entry,
      start: running.start,
      port: running.port,
      portVariable: running.variable,
      ...nativeOf(app, installer.lockFile, members),
      handlesSigterm: running.handlesSigterm,
      name: manifest.string('name'),
      appVersion: manifest.string('version'),
      description: manifest.string('description'),
      rhel: detectRhel(project),
      warnings: [...installer.warnings, ...running.warnings, ...writtenTokenWarnings(root.project)],
      details: {
        kind: 'bun',
        lockFile: installer.lockFile,
        lockFits: installer.lockFits,
        installFiles: files,
        writtenToken: writtenToken(root.project),
        hasDependencies: [app, root, ...members].some(bringsPackages),
        needsMembers: members.length > 0,
        hasDevDependencies: [app, root].some((one) => one.manifest.devDependencies.length > 0),
        buildScript: build.script,
        output: outputOf(app, build, running, found),
        startWords: running.words,
        startEnvironment: running.environment,
        startNeedsDevDependencies: running.needsDevDependencies,
        writtenFolders: running.writtenFolders,
        writtenDatabases: running.writtenDatabases,
        workspace: workspaceOf(app),
      },
    };
  },
});

/** The members of a workspace that are deployed, where Bun runs one of them; null where the root is the app. */
function bunApps(project: ProjectView): string[] | null {
  const apps = membersOf(project)
    .map(({ folder }) => folder)
    .filter((folder) => runsOnBun(appOf(project.below(folder), null)) !== null);
  const started = bunStart(appOf(project, null), { script: null, output: null }, null);
  if (apps.length === 0 || started.start !== null) return null;
  return [...new Set([...apps, ...(workspaceApps(project) ?? [])])].sort();
}

function workspaceOf({ membership }: NodeApp): BunDetails['workspace'] {
  if (!membership) return null;
  const { folder, needed } = membership;
  return { folder, needs: needed.slice(0, -1).map((need) => ({ folder: need.folder })) };
}

function appOf(project: ProjectView, asked: Fact<string> | null, place: Place | null = null): NodeApp {
  const manifest = readManifest(project);
  const membership = place && membershipOf(place.root, place.folder);
  return { project, manifest, asked, membership, place: (path) => posix.join(manifest.folder, path) };
}

/** Bun's image holds no other package manager, and Bun reads no other's lock file in frozen mode. */
function bunInstaller(app: NodeApp): Installer {
  const installer = packageManager(app);
  if (installer.packageManager.value === 'bun') return installer;
  const { value, source } = installer.packageManager;
  return {
    packageManager: { value: 'bun', source: runsOnBun(app)?.source ?? 'default: Bun installs what it runs' },
    version: null,
    lockFile: null,
    lockFits: true,
    peersConflict: false,
    warnings: [
      {
        code: 'BI143',
        message: `no lock file of bun, though Bun runs the app (${source} speaks of ${value}): two builds may install different versions; run \`bun install\` and commit bun.lock`,
        source,
      },
    ],
  };
}
