import type { WebServer } from '../catalogue/catalogue.js';
import type { LanguagePart } from './context.js';
import type { Copy, PlannedFile } from './plan.js';

/** How a web server is brought, configured and started. */
interface ServerSetup {
  /** Its configuration in the project, and the template that makes it. */
  readonly configuration: PlannedFile;
  readonly copies: readonly Copy[];
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
    copies: [{ from: null, sources: ['container-nginx.conf'], target: '/etc/nginx/nginx.conf' }],
    root: '/usr/share/nginx/html',
    program: ['nginx', '-g', 'daemon off;'],
  },
  // https://caddyserver.com/docs/caddyfile
  caddy: {
    configuration: { path: 'container.Caddyfile', templates: ['files/Caddyfile.ejs'] },
    copies: [
      { from: 'caddy', sources: ['/caddy'], target: '/caddy' },
      { from: null, sources: ['container.Caddyfile'], target: '/etc/caddy/Caddyfile' },
    ],
    root: '/srv',
    program: ['/caddy', 'run', '--config', '/etc/caddy/Caddyfile'],
  },
};

/**
 * The last stage of finished pages. `from`: the stage that made them, null for the build context; `fallbacks`: the pages that answer for
 * paths that are no files, the first that is there.
 */
export function serving(
  server: WebServer,
  pages: Omit<Copy, 'target'>,
  fallbacks: readonly string[],
): RunningPart {
  const { copies, root, program } = webServers[server];
  return {
    workdir: null,
    path: null,
    env: [],
    copies: [...copies, { ...pages, target: root }],
    program,
    site: { fallbacks: fallbacks.length === 0 ? ['=404'] : fallbacks },
  };
}

/** What a language says of its last stage. */
export type RunningPart = Pick<
  LanguagePart<unknown>,
  'workdir' | 'path' | 'env' | 'copies' | 'program' | 'site'
>;
