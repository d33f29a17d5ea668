import type { LanguageId } from '../detect/facts.js';
import { servedAs } from '../detect/served-as.js';
import { InputError } from '../errors.js';
import type { PlanContext } from './context.js';
import type { Copy, HealthCheck } from './plan.js';

/** A health check, and what the last stage needs for it. */
export interface PlannedHealthCheck extends HealthCheck {
  readonly copies: readonly Copy[];
}

/** Milliseconds that the run time's own client waits; Docker waits a little longer. */
const patience = 3_000;

/** JavaScript that ends with 0 where an address answers well. Every run time since Node.js 18 has `fetch`. */
const fetching = (url: string, exit: string) =>
  `fetch('${url}', { signal: AbortSignal.timeout(${patience}) }).then((r) => ${exit}(r.ok ? 0 : 1), () => ${exit}(1))`;

/** What asks in each language's own run time, without the proxies of the environment. */
const ownClients: Partial<Record<LanguageId, (url: string, interpreter?: string) => string[]>> = {
  bun: (url, bun = 'bun') => [bun, '-e', fetching(url, 'process.exit')],
  deno: (url, deno = 'deno') => [deno, 'eval', '--no-lock', fetching(url, 'Deno.exit')],
  node: (url, node = 'node') => [node, '-e', fetching(url, 'process.exit')],
  python: (url, python = 'python') => [
    python,
    '-c',
    `import urllib.request as u; u.build_opener(u.ProxyHandler({})).open('${url}', timeout=${patience / 1000})`,
  ],
};

/**
 * How the container is asked whether it is well, null where nobody wants to know. The run time asks where it can, then
 * what the base has; else a client is compiled where Go is, and copied where not. Throws InputError without a port.
 */
export function healthCheck(
  context: PlanContext,
  program: readonly string[],
  port: number | null,
): PlannedHealthCheck | null {
  const wanted = context.answers.health;
  if (wanted === undefined) return null;
  if (port === null) throw portUnknown(wanted.source);
  const address = { port, path: wanted.value };
  const url = `http://127.0.0.1:${port}${wanted.value}`;
  const own = ownClient(context, program);
  if (own !== null) return { ...address, test: own(url), client: null, copies: [] };
  const { httpClient } = context.base;
  if (httpClient !== undefined) return { ...address, test: [...httpClient, url], client: null, copies: [] };
  return context.language.id === 'go'
    ? { ...address, ...compiledClient(context) }
    : { ...address, ...copiedClient(context, url) };
}

/** A program that was compiled into one file leaves its run time behind. */
function ownClient(
  { facts, cell }: PlanContext,
  program: readonly string[],
): ((url: string) => string[]) | null {
  const language = servedAs(facts);
  const client = ownClients[language];
  const compiled = language === 'bun' && !/(?:^|\/)bun$/.test(program[0] ?? '');
  if (client === undefined || compiled) return null;
  const interpreter = language === 'python' ? program.find(isPython) : cell.interpreter;
  return (url) => client(url, interpreter);
}

/** The virtual environment's, or the base's own where there is none. */
function isPython(word: string, at: number): boolean {
  return at === 0 && /(?:^|\/)python[\d.]*$/.test(word);
}

function compiledClient({ cell }: PlanContext): Omit<PlannedHealthCheck, 'port' | 'path'> {
  return {
    test: ['/health'],
    client: { how: 'compiled', image: cell.build },
    copies: [{ from: 'health', sources: ['/out/health'], target: '/health' }],
  };
}

/** BusyBox is what the name says that it is started by. */
function copiedClient({ companions }: PlanContext, url: string): Omit<PlannedHealthCheck, 'port' | 'path'> {
  return {
    test: ['/usr/local/bin/wget', ...companions.shell.httpClient.slice(1), url],
    client: { how: 'copied', image: companions.shell.image },
    copies: [{ from: 'health', sources: ['/bin/wget'], target: '/usr/local/bin/wget' }],
  };
}

function portUnknown(source: string): InputError {
  return new InputError(
    'no-port',
    `${source}: no port is known to ask at`,
    'give the port that the app listens on with --port',
  );
}
