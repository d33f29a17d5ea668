import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import { isObject } from './manifest.js';
import { nextOutput } from './next.js';
import type { NodeApp } from './node-app.js';
import { plain } from './typescript.js';

/** Where Vite and Angular's builders find the page that they build; without one a library is built. */
const viteConfig = /^vite\.config\.[cm]?[jt]s$/;

/** The folder of finished pages that the build makes, where no program of the app has to run; null otherwise. */
export function staticSite(app: NodeApp, build: Build, found: FoundFramework | null): Fact<string> | null {
  if (build.script === null || found === null) return null;
  if (found.framework.id === 'next') return nextExport(app);
  if (found.framework.staticOutput === undefined) return null;
  if (found.framework.id === 'angular') return angularPages(app, found);
  if (found.framework.id === 'vite' && !buildsPages(app)) return null;
  return { value: build.output ?? found.framework.staticOutput, source: found.fact.source };
}

/** A config may name another root; without a config and a page there is nothing to build but a library. */
function buildsPages({ project }: NodeApp): boolean {
  if (project.has('index.html')) return true;
  const config = project.files.find((path) => viteConfig.test(path));
  return config !== undefined && /^\s*root\s*:/m.test(project.read(config)?.text ?? '');
}

/** The application builder writes pages to `browser` below its output path. https://angular.dev/tools/cli/build-system-migration */
function angularPages({ project, manifest }: NodeApp, found: FoundFramework): Fact<string> {
  const workspace = project.json('angular.json');
  const projects: unknown = workspace?.get('projects')?.value;
  const names = isObject(projects) ? Object.keys(projects) : [];
  const name = names.find((key) => workspace?.get('projects', key, 'projectType')?.value !== 'library');
  const at = (...keys: string[]) => workspace?.get('projects', name ?? '', 'architect', 'build', ...keys);
  const builder = String(at('builder')?.value ?? '');
  const stated: unknown = at('options', 'outputPath')?.value;
  const base = isObject(stated) ? stated['base'] : stated;
  const browser = isObject(stated) && typeof stated['browser'] === 'string' ? stated['browser'] : 'browser';
  const folder =
    typeof base === 'string' ? plain(base) : `dist/${name ?? manifest.string('name')?.value ?? ''}`;
  const splits = builder.endsWith(':application');
  return { value: plain(splits ? `${folder}/${browser}` : folder), source: found.fact.source };
}

/** https://nextjs.org/docs/app/guides/static-exports: there is no server to start then. */
function nextExport({ project }: NodeApp): Fact<string> | null {
  const output = nextOutput(project);
  return output?.value === 'export' ? { value: 'out', source: output.source } : null;
}
