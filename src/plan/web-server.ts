import { posix } from 'node:path';
import type { Cell, WebServer } from '../catalogue/catalogue.js';
import type { LanguagePart } from './context.js';
import type { Copy, PlannedFile } from './plan.js';

/** How a web server is brought, configured and started. */
interface ServerSetup {
  /** Its configuration in the project, and the template that makes it. */
  readonly configuration: PlannedFile;
  /** What the last stage gets of the build stages. */
  readonly copies: readonly Copy[];
  /** Where it looks for its configuration. */
  readonly settings: string;
  /** Where it serves files from. */
  readonly root: string;
  readonly program: readonly string[];
}

/** The port of every web server here: one that needs no privilege. */
export const webPort = 8080;

export const webServers: Readonly<Record<WebServer, ServerSetup>> = {
  // https://nginx.org/en/docs/
  nginx: {
    configuration: { path: 'container-nginx.conf', templates: ['files/nginx.conf.ejs'] },
    copies: [],
    settings: '/etc/nginx/nginx.conf',
    root: '/usr/share/nginx/html',
    program: ['nginx', '-g', 'daemon off;'],
  },
  // https://caddyserver.com/docs/caddyfile
  caddy: {
    configuration: { path: 'container.Caddyfile', templates: ['files/Caddyfile.ejs'] },
    copies: [{ from: 'caddy', sources: ['/caddy'], target: '/caddy' }],
    settings: '/etc/caddy/Caddyfile',
    root: '/srv',
    program: ['/caddy', 'run', '--config', '/etc/caddy/Caddyfile'],
  },
};

/** The server's configuration, POSIX from the build context; `imageFolder`: the Dockerfile's folder there. */
export function configurationPath(server: WebServer, imageFolder: string): string {
  return posix.join(imageFolder, webServers[server].configuration.path);
}

/** A cell whose last stage has a web server. */
export type ServingCell = Pick<Cell, 'runCopies'> & { readonly server: WebServer };

/**
 * The last stage of finished pages. `from`: the stage that made them, null for the build context; `fallbacks`: the pages that answer for
 * paths that are no files, the first that is there; `imageFolder`: the Dockerfile's folder in the build context.
 */
export function serving(
  { server, runCopies = [] }: ServingCell,
  pages: Omit<Copy, 'target'>,
  fallbacks: readonly string[],
  imageFolder: string,
): RunningPart {
  const { copies, settings, root, program } = webServers[server];
  const configuration = { from: null, sources: [configurationPath(server, imageFolder)], target: settings };
  return {
    workdir: null,
    path: null,
    env: [],
    copies: [...runCopies, ...copies, configuration, { ...pages, target: root }],
    program,
    site: { fallbacks: fallbacks.length === 0 ? ['=404'] : fallbacks },
  };
}

/** What a language says of its last stage. */
export type RunningPart = Pick<
  LanguagePart<unknown>,
  'workdir' | 'path' | 'env' | 'copies' | 'program' | 'site'
>;
