import { setTimeout as sleep } from 'node:timers/promises';
import { getProxyForUrl } from 'proxy-from-env';
import type { Dispatcher } from 'undici';
import type { DockerSettings } from './docker-settings.js';
import { RegistryError } from './registry-error.js';

/** One answer of a registry, read to its end. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  /** A form to post; absent: GET. */
  readonly form?: string;
}

/** How long a registry is waited for, in milliseconds. */
export interface Patience {
  /** For one answer, from the first byte sent to the last one read. */
  readonly timeout: number;
  /** Before each further attempt; as many as there are members. */
  readonly pauses: readonly number[];
}

export const ordinaryPatience: Patience = { timeout: 10_000, pauses: [300, 1_500] };

/** Asks over HTTP, through the proxies of the environment. */
export interface Transport {
  /** Throws RegistryError where no answer comes; any status is an answer, a redirection too. */
  ask(url: string, question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Bytes. Registries refuse larger manifests: https://github.com/opencontainers/distribution-spec, "Pushing Manifests". */
const longestAnswer = 4 * 1024 * 1024;

/** Loads the HTTP client: only who asks a registry pays for it. */
export async function openTransport(settings: DockerSettings, patience: Patience): Promise<Transport> {
  const { Agent, ProxyAgent, request } = await import('undici');
  const dispatchers = new Map<string, Dispatcher>();

  function dispatcherFor(url: string): Dispatcher {
    const { origin, host } = new URL(url);
    const authorities = settings.authoritiesOf(host);
    const tls = authorities === null ? {} : { ca: [...authorities] };
    const proxy = getProxyForUrl(url);
    const dispatcher =
      dispatchers.get(origin) ??
      (proxy === ''
        ? new Agent({ maxResponseSize: longestAnswer, connect: tls })
        : new ProxyAgent({ uri: proxy, maxResponseSize: longestAnswer, requestTls: tls }));
    dispatchers.set(origin, dispatcher);
    return dispatcher;
  }

  async function once(url: string, { headers = {}, form }: Question): Promise<Answer> {
    const answer = await request(url, {
      dispatcher: dispatcherFor(url),
      signal: AbortSignal.timeout(patience.timeout),
      headers:
        form === undefined ? headers : { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    const body = Buffer.from(await answer.body.arrayBuffer());
    return { url, status: answer.statusCode, headers: plainHeaders(answer.headers), body };
  }

  async function ask(url: string, question: Question): Promise<Answer> {
    for (const pause of patience.pauses) {
      const answer = await once(url, question).catch((error: NodeJS.ErrnoException) => error);
      if (!mayPass(answer)) return answer instanceof Error ? Promise.reject(told(answer, patience)) : answer;
      await sleep(pauseBefore(answer, pause));
    }
    return once(url, question).catch((error: NodeJS.ErrnoException) => Promise.reject(told(error, patience)));
  }

  return {
    ask,
    close: async () => void (await Promise.all([...dispatchers.values()].map((one) => one.destroy()))),
  };
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

const passingFaults: ReadonlySet<string | undefined> = new Set([
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
]);

/** May the same question be answered a moment later? */
function mayPass(answer: Answer | NodeJS.ErrnoException): boolean {
  return answer instanceof Error
    ? passingFaults.has(answer.code)
    : [429, 500, 502, 503, 504].includes(answer.status);
}

/** A registry that says when to come again is believed within reason. */
function pauseBefore(answer: Answer | NodeJS.ErrnoException, pause: number): number {
  const seconds = answer instanceof Error ? NaN : Number(answer.headers['retry-after']);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, pause), 5_000) : pause;
}

const untrusted = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_TLS_CERT)/;
const certificateHint =
  "put its authority's certificate into ~/.docker/certs.d/<host>/ca.crt, as Docker reads it, or name it in NODE_EXTRA_CA_CERTS";

function told(error: NodeJS.ErrnoException, { timeout }: Patience): RegistryError {
  const code = error.code ?? '';
  if (error.name === 'TimeoutError')
    return new RegistryError(`gave no answer within ${timeout / 1000} s`, { unreachable: true });
  if (untrusted.test(code))
    return new RegistryError(`has a certificate that is not trusted (${code})`, { hint: certificateHint });
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new RegistryError(`answered with more than ${longestAnswer / 1024 / 1024} MB`);
  return new RegistryError(`can't be reached (${code || error.message})`, { unreachable: true });
}
