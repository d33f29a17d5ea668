import { posix } from 'node:path';
import type { Fact } from '../../fact.js';
import { InputError } from '../../errors.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { AppFacts, FrontEnd } from '../facts.js';
import { node } from '../node.js';
import type { Embed } from './embedded.js';

/** Files of build tools that say where the result goes, and the manifest with its scripts. */
const toldIn = [
  'package.json',
  'vite.config.ts',
  'vite.config.js',
  'vite.config.mts',
  'vite.config.mjs',
  'vue.config.js',
  'svelte.config.js',
  'webpack.config.js',
  'rollup.config.js',
  'angular.json',
];

/** A manifest that lies deeper belongs to something else. */
const deepest = 4;

/**
 * The front end whose build makes what is embedded: one in a folder above it, else one that names it as the place of its output.
 * Null where none does.
 */
export function frontEndOf(project: ProjectView, { path }: Embed): FrontEnd | null {
  return frontEndAbove(project, path) ?? frontEndElsewhere(project, path);
}

function frontEndAbove(project: ProjectView, path: string): FrontEnd | null {
  const names = path.split('/');
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const folder = names.slice(0, depth).join('/');
    if (!project.has(joinPaths(folder, 'package.json'))) continue;
    const app = servable(folder === '' ? project : project.below(folder));
    return app === null || buildScript(app) === null ? null : { folder, outputs: [path], app };
  }
  return null;
}

/** `vite build --outDir=../server/dist`, `build: { outDir: '../server/dist' }` */
function frontEndElsewhere(project: ProjectView, path: string): FrontEnd | null {
  const manifests = project.files.filter(
    (file) => file.endsWith('/package.json') && file.split('/').length <= deepest,
  );
  for (const manifest of manifests) {
    const folder = manifest.slice(0, -'/package.json'.length);
    const teller = toldIn.find((name) => names(project, folder, name, path));
    if (teller === undefined) continue;
    const app = servable(project.below(folder));
    if (app === null) continue;
    const script = teller === 'package.json' ? scriptThatNames(project, folder, path) : null;
    const own = script === null ? app : withBuildScript(app, script);
    return buildScript(own) === null ? null : { folder, outputs: [path], app: own };
  }
  return null;
}

/** A front end that can't be built here is told as missing: the program around it can be. */
function servable(project: ProjectView): AppFacts | null {
  try {
    return node.detect(project);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function names(project: ProjectView, folder: string, file: string, path: string): boolean {
  return leadsTo(project.read(joinPaths(folder, file))?.text ?? '', folder, path);
}

/** Is there a relative path in this text that leads from the folder to the path? */
function leadsTo(text: string, folder: string, path: string): boolean {
  const paths = text.match(/\.\.?\/[\w./-]{1,120}/g) ?? [];
  return paths.some((relative) => projectPath(posix.join(folder, relative)) === path);
}

function scriptThatNames(project: ProjectView, folder: string, path: string): Fact<string> | null {
  const manifest = project.json(joinPaths(folder, 'package.json'));
  const scripts = manifest?.get('scripts')?.value;
  const all = typeof scripts === 'object' && scripts !== null ? Object.entries(scripts) : [];
  const found = all.find(([, command]) => typeof command === 'string' && leadsTo(command, folder, path));
  const source = found && manifest?.get('scripts', found[0])?.source;
  return found && source !== undefined ? { value: found[0], source } : null;
}

function withBuildScript(app: AppFacts, script: Fact<string>): AppFacts {
  if (app.details.kind !== 'node') return app;
  return { ...app, details: { ...app.details, buildScript: script, buildTool: null } };
}

function buildScript({ details }: AppFacts): Fact<string> | null {
  return details.kind === 'node' ? details.buildScript : null;
}
