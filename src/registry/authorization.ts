import type { FoundCredentials, Credentials } from './credentials.js';
import { RegistryError } from './registry-error.js';
import type { Answer, Transport } from './transport.js';

/** What a registry wants from who asks: `WWW-Authenticate`. */
interface Challenge {
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/**
 * The `Authorization` header that answers a registry's 401: https://distribution.github.io/distribution/spec/auth/token/.
 * Throws RegistryError where it asks for credentials that nobody has.
 */
export async function authorization(
  refusal: Answer,
  { credentials, fault }: FoundCredentials,
  repository: string,
  transport: Transport,
): Promise<string> {
  const { scheme, parameters } = readChallenge(refusal.headers['www-authenticate'] ?? '');
  if (scheme === 'bearer') return bearer(refusal, parameters, credentials, repository, transport);
  if (scheme === 'basic' && credentials !== null && 'user' in credentials) return basic(credentials);
  const why = fault === null ? '' : ` (${fault})`;
  throw new RegistryError(`asks for a password${why}`, { hint: logIn(refusal.url) });
}

function readChallenge(header: string): Challenge {
  const parameters = [...header.matchAll(/(?<name>\w+)="(?<value>[^"]*)"/g)];
  return {
    scheme: (/^\s*(\w+)/.exec(header)?.[1] ?? '').toLowerCase(),
    parameters: Object.fromEntries(parameters.map(({ groups }) => [groups!['name'], groups!['value']])),
  };
}

async function bearer(
  refusal: Answer,
  { realm = '', service, scope }: Challenge['parameters'],
  credentials: Credentials | null,
  repository: string,
  transport: Transport,
): Promise<string> {
  const address = realmUrl(realm, refusal.url);
  const wanted = {
    ...(service === undefined ? {} : { service }),
    scope: scope ?? `repository:${repository}:pull`,
  };
  const answer =
    credentials !== null && 'identityToken' in credentials
      ? await transport.ask(address.href, { form: refreshForm(credentials.identityToken, wanted) })
      : await transport.ask(withQuery(address, wanted), {
          headers: credentials === null ? {} : { authorization: basic(credentials) },
        });
  if (answer.status !== 200)
    throw new RegistryError(`refuses (${address.host} answered ${answer.status})`, {
      hint: logIn(refusal.url),
    });
  return `Bearer ${tokenIn(answer, address.host)}`;
}

/** Credentials go to no place that is less protected than the registry itself. */
function realmUrl(realm: string, registry: string): URL {
  const address = URL.canParse(realm) ? new URL(realm) : null;
  const plain = address?.protocol === 'http:' && registry.startsWith('http:');
  if (address !== null && (address.protocol === 'https:' || plain)) return address;
  throw new RegistryError(`names no place to get a token from: ${JSON.stringify(realm.slice(0, 100))}`);
}

function withQuery(address: URL, wanted: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
  return url.href;
}

function refreshForm(token: string, wanted: Readonly<Record<string, string>>): string {
  const form = { grant_type: 'refresh_token', client_id: 'baseimage', refresh_token: token, ...wanted };
  return new URLSearchParams(form).toString();
}

function tokenIn(answer: Answer, host: string): string {
  try {
    const { token, access_token } = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>;
    const found = token ?? access_token;
    if (typeof found === 'string' && /^[\w.~+/=-]+$/.test(found)) return found;
  } catch {
    // Told below.
  }
  throw new RegistryError(`can't be asked: ${host} gives no token`);
}

function basic({ user, password }: Extract<Credentials, { user: string }>): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function logIn(url: string): string {
  return `docker login ${new URL(url).host.replace(/^registry-1\.docker\.io$/, '')}`.trim();
}
