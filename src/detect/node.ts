import { posix } from 'node:path';
import type { AppFacts, NodeDetails } from './facts.js';
import { defineLanguage } from './language.js';
import { buildOf } from './node/build.js';
import { frameworkOf } from './node/framework.js';
import { installFiles, installScripts } from './node/install-files.js';
import { readManifest } from './node/manifest.js';
import { nativeOf } from './node/native.js';
import type { NodeApp } from './node/node-app.js';
import { outputOf } from './node/output.js';
import { packageManager, type Installer } from './node/package-manager.js';
import { runningOf, type Running } from './node/running.js';
import { nodeVersion } from './node/version.js';
import { detectRhel } from './rhel.js';

/** Node.js: a manifest, a lock file, a start command. https://nodejs.org/api/packages.html */
export const node = defineLanguage({
  id: 'node',
  marks: ['package.json'],
  detect(project, asked = null): AppFacts {
    const manifest = readManifest(project);
    const app: NodeApp = { project, manifest, asked, place: (path) => posix.join(manifest.folder, path) };
    const installer = packageManager(app);
    const { version, warnings } = nodeVersion(app);
    const framework = frameworkOf(app);
    const build = buildOf(app, framework);
    const running = runningOf(app, build, framework);
    return {
      language: { value: 'node', source: mark(app, running) },
      version,
      packageManager: installer.packageManager,
      framework: framework?.fact ?? null,
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
      warnings: [...warnings, ...installer.warnings, ...running.warnings],
      details: {
        ...installDetails(app, installer),
        buildScript: build.script,
        output: outputOf(app, build, running, framework),
        ...runDetails(running),
      },
    };
  },
});

function mark({ manifest, place }: NodeApp, { entry }: Running): string {
  return manifest.exists ? place('package.json') : (entry?.source ?? 'default: no package.json');
}

function installDetails(app: NodeApp, installer: Installer) {
  const { manifest } = app;
  return {
    kind: 'node' as const,
    lockFile: installer.lockFile,
    packageManagerVersion: installer.version,
    nodeLinker: nodeLinker(app, installer),
    installFiles: installFiles(app, installer),
    installScripts: installScripts.flatMap((name) => manifest.script(name) ?? []),
    hasDependencies: manifest.dependencies.length > 0,
    hasDevDependencies: manifest.devDependencies.length > 0,
  };
}

function runDetails(running: Running) {
  return {
    startWords: running.words,
    startEnvironment: running.environment,
    startNeedsDevDependencies: running.needsDevDependencies,
    staticSite: running.staticSite,
    runsTypeScript: /\.[cm]?tsx?$/.test(running.entry?.value ?? ''),
  };
}

/** Yarn 2 and later install by Plug'n'Play unless told otherwise. https://yarnpkg.com/configuration/yarnrc#nodeLinker */
function nodeLinker({ project }: NodeApp, { packageManager: manager }: Installer): NodeDetails['nodeLinker'] {
  if (manager.value !== 'yarn-berry') return null;
  const stated = project.yaml('.yarnrc.yml')?.string('nodeLinker')?.value;
  return stated === undefined || stated === 'pnp' ? 'pnp' : 'node-modules';
}
