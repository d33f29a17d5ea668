import { posix } from 'node:path';
import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { bunRunning } from './bun/running.js';
import { runsOnBun } from './bun/runs-on-bun.js';
import { bunStart } from './bun/start.js';
import { bunVersion } from './bun/version.js';
import type { AppFacts } from './facts.js';
import { defineLanguage } from './language.js';
import { buildOf } from './node/build.js';
import { frameworkOf } from './node/framework.js';
import { installFiles } from './node/install-files.js';
import { readManifest } from './node/manifest.js';
import { nativeOf } from './node/native.js';
import type { NodeApp } from './node/node-app.js';
import { outputOf } from './node/output.js';
import { packageManager, type Installer } from './node/package-manager.js';
import { detectRhel } from './rhel.js';

/** Bun: a Node.js package whose start command, sources or types say that Bun runs it. https://bun.com/docs */
export const bun = defineLanguage({
  id: 'bun',
  marks: ['package.json'],
  claims: (project) => runsOnBun(appOf(project, null)) !== null,
  detect(project, asked = null): AppFacts {
    const app = appOf(project, asked);
    const { manifest } = app;
    const installer = bunInstaller(app);
    const found = frameworkOf(app);
    const build = buildOf(app, found);
    const running = bunRunning(app, build, found, bunStart(app, build));
    return {
      language: { value: 'bun', source: runsOnBun(app)?.source ?? app.place('package.json') },
      version: bunVersion(app),
      packageManager: installer.packageManager,
      framework: found?.fact ?? null,
      entry: running.entry,
      start: running.start,
      port: running.port,
      portVariable: running.variable,
      ...nativeOf(app, installer.lockFile),
      handlesSigterm: running.handlesSigterm,
      name: manifest.string('name'),
      appVersion: manifest.string('version'),
      description: manifest.string('description'),
      rhel: detectRhel(project),
      warnings: [...installer.warnings, ...running.warnings],
      details: {
        kind: 'bun',
        lockFile: installer.lockFile,
        lockFits: installer.lockFits,
        installFiles: installFiles(app, installer),
        hasDependencies: manifest.dependencies.length > 0,
        hasDevDependencies: manifest.devDependencies.length > 0,
        buildScript: build.script,
        output: outputOf(app, build, running, found),
        startWords: running.words,
        startEnvironment: running.environment,
        startNeedsDevDependencies: running.needsDevDependencies,
      },
    };
  },
});

function appOf(project: ProjectView, asked: Fact<string> | null): NodeApp {
  const manifest = readManifest(project);
  return { project, manifest, asked, membership: null, place: (path) => posix.join(manifest.folder, path) };
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
