import { isObject } from './manifest.js';
import type { NodeApp } from './node-app.js';
import { plain } from './typescript.js';

/** What Angular's build writes, from the app's root. */
export interface AngularBuild {
  /** The folder of pages and scripts for browsers. */
  readonly pages: string;
  /** The server's program, null where pages are all there is. */
  readonly server: string | null;
}

/** As angular.json says. https://angular.dev/reference/configs/workspace-config, https://angular.dev/guide/ssr */
export function angularBuild({ project, manifest }: NodeApp): AngularBuild {
  const workspace = project.json('angular.json');
  const projects: unknown = workspace?.get('projects')?.value;
  const names = isObject(projects) ? Object.keys(projects) : [];
  const name = names.find((key) => workspace?.get('projects', key, 'projectType')?.value !== 'library');
  const at = (...keys: string[]): unknown =>
    workspace?.get('projects', name ?? '', 'architect', 'build', ...keys)?.value;
  const stated = at('options', 'outputPath');
  const paths = isObject(stated) ? stated : { base: stated };
  const base =
    typeof paths['base'] === 'string'
      ? paths['base']
      : `dist/${name ?? manifest.string('name')?.value ?? ''}`;
  const folder = (key: string) => (typeof paths[key] === 'string' ? paths[key] : key);
  // The older builders write pages alone, where they are told.
  const splits = String(at('builder') ?? '').endsWith(':application');
  const serves = isObject(at('options', 'ssr')) && at('options', 'outputMode') !== 'static';
  return {
    pages: plain(splits ? `${base}/${folder('browser')}` : base),
    server: serves ? plain(`${base}/${folder('server')}/server.mjs`) : null,
  };
}
