import type { Fact, Warning } from '../fact.js';
import type { AppFacts, NodeDetails } from './facts.js';
import { defineLanguage } from './language.js';
import { buildOf } from './node/build.js';
import { frameworkOf } from './node/framework.js';
import { installFiles, installScripts } from './node/install-files.js';
import { loopbackOf } from './node/loopback.js';
import { readManifest } from './node/manifest.js';
import { nativeOf } from './node/native.js';
import type { NodeApp } from './node/node-app.js';
import { outputOf } from './node/output.js';
import { packageManager, type Installer } from './node/package-manager.js';
import { portOf } from './node/port.js';
import { programSources } from './node/program-sources.js';
import { sigtermOf } from './node/sigterm.js';
import { startOf, type Start } from './node/start.js';
import { staticSite } from './node/static-site.js';
import { nodeVersion } from './node/version.js';
import { detectRhel } from './rhel.js';

/** Node.js: a manifest, a lock file, a start command. https://nodejs.org/api/packages.html */
export const node = defineLanguage({
  id: 'node',
  marks: ['package.json'],
  detect(project): AppFacts {
    const manifest = readManifest(project);
    const app: NodeApp = { project, manifest };
    const installer = packageManager(app);
    const version = nodeVersion(app);
    const framework = frameworkOf(app);
    const build = buildOf(app, framework);
    const site = staticSite(app, build, framework);
    const start = startOf(app, build, site ? null : framework);
    const sources = programSources(app, build, start.entry?.value ?? null);
    const { port, variable } = portOf(app, start, sources, framework);
    return {
      language: {
        value: 'node',
        source: manifest.exists ? 'package.json' : (start.entry?.source ?? 'default: no package.json'),
      },
      version: version.version,
      packageManager: installer.packageManager,
      framework: framework?.fact ?? null,
      entry: start.entry,
      start: start.start,
      port,
      ...nativeOf(app, installer.lockFile),
      portVariable: variable,
      handlesSigterm: sigtermOf(start, sources, framework),
      name: manifest.string('name'),
      appVersion: manifest.string('version'),
      description: manifest.string('description'),
      rhel: detectRhel(project),
      warnings: [
        ...version.warnings,
        ...installer.warnings,
        ...start.warnings,
        ...noStart(app, start, site),
        ...loopbackOf(sources),
      ],
      details: details(app, installer, start, {
        buildScript: build.script,
        output: outputOf(app, build, start, framework),
        staticSite: site,
      }),
    };
  },
});

function details(
  app: NodeApp,
  installer: Installer,
  start: Start,
  built: Pick<NodeDetails, 'buildScript' | 'output' | 'staticSite'>,
): NodeDetails {
  const { manifest } = app;
  return {
    kind: 'node',
    lockFile: installer.lockFile,
    packageManagerVersion: installer.version,
    nodeLinker: nodeLinker(app, installer),
    installFiles: installFiles(app, installer),
    hasDependencies: manifest.dependencies.length > 0,
    hasDevDependencies: manifest.devDependencies.length > 0,
    ...built,
    startWords: start.words,
    module: /\.[cm]?tsx?$/.test(start.entry?.value ?? ''),
    startEnvironment: start.environment,
    startNeedsDevDependencies: start.needsDevDependencies,
    installScripts: installScripts.flatMap((name) => manifest.script(name) ?? []),
  };
}

/** Yarn 2 and later install by Plug'n'Play unless told otherwise. https://yarnpkg.com/configuration/yarnrc#nodeLinker */
function nodeLinker({ project }: NodeApp, { packageManager: manager }: Installer): NodeDetails['nodeLinker'] {
  if (manager.value !== 'yarn-berry') return null;
  const stated = project.yaml('.yarnrc.yml')?.string('nodeLinker')?.value;
  return stated === undefined || stated === 'pnp' ? 'pnp' : 'node-modules';
}

function noStart({ manifest }: NodeApp, { start }: Start, site: Fact<string> | null): Warning[] {
  if (start || site) return [];
  const message =
    'nothing says how the app is started: add a start script to package.json, or name the command with --start';
  return [{ code: 'BI147', message, source: manifest.exists ? 'package.json' : null }];
}
