import { spawn } from 'node:child_process';
import type { DockerConfig } from './docker-settings.js';
import { dockerHub } from './image-reference.js';

/** What a registry is told about who asks. */
export type Credentials =
  | { readonly user: string; readonly password: string }
  /** A token that buys access tokens. */
  | { readonly identityToken: string };

export interface FoundCredentials {
  /** Null: nobody logged in, so the question is asked as anybody. */
  readonly credentials: Credentials | null;
  /** Why a credential helper gave nothing, null where none was asked or it answered. */
  readonly fault: string | null;
}

/** Milliseconds. A helper may ask the key ring of the desktop. */
const helperTimeout = 10_000;

/** What `docker login` left for a registry, in Docker's own order: the host's helper, the store, the file itself. */
export async function credentialsFor(registry: string, config: DockerConfig): Promise<FoundCredentials> {
  const server = registry === dockerHub ? 'https://index.docker.io/v1/' : registry;
  const helper = config.credHelpers?.[registry] ?? config.credHelpers?.[server] ?? config.credsStore;
  if (helper === undefined) return { credentials: fromFile(registry, config), fault: null };
  const answer = await askHelper(helper, server);
  return typeof answer === 'string'
    ? { credentials: null, fault: answer }
    : { credentials: answer, fault: null };
}

function fromFile(registry: string, { auths = {} }: DockerConfig): Credentials | null {
  const entry = Object.entries(auths).find(([server]) => hostOf(server) === registry)?.[1];
  if (entry === undefined) return null;
  if (entry.identitytoken) return { identityToken: entry.identitytoken };
  const { user, password } = /^(?<user>[^:]*):(?<password>.*)$/s.exec(
    entry.auth === undefined
      ? `${entry.username ?? ''}:${entry.password ?? ''}`
      : Buffer.from(entry.auth, 'base64').toString('utf8'),
  )?.groups ?? { user: '', password: '' };
  return user ? { user, password: password ?? '' } : null;
}

/** Keys are hosts, or addresses of the API as older versions wrote them. */
function hostOf(server: string): string {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return host === 'index.docker.io' || host === 'registry-1.docker.io' ? dockerHub : host;
}

/** https://github.com/docker/docker-credential-helpers#development. A text says why there is no answer; null: it knows nobody. */
function askHelper(name: string, server: string): Promise<Credentials | string | null> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name))
    return Promise.resolve(`${JSON.stringify(name)} is no name of a credential helper`);
  return new Promise((resolve) => {
    const helper = spawn(program, ['get'], { timeout: helperTimeout, stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    helper.stdout.on('data', (part) => (output += part));
    helper.on('error', ({ message }) => resolve(`${program}: ${message}`));
    helper.on('close', () => resolve(readAnswer(program, output)));
    // A helper that does not read its input is told of by its answer.
    helper.stdin.on('error', () => undefined);
    helper.stdin.end(server);
  });
}

function readAnswer(program: string, output: string): Credentials | string | null {
  if (/credentials not found/i.test(output)) return null;
  try {
    const { Username: user, Secret: secret } = JSON.parse(output) as { Username: string; Secret: string };
    return user === '<token>' ? { identityToken: secret } : { user, password: secret };
  } catch {
    return `${program}: ${output.trim().split('\n')[0] || 'no answer'}`;
  }
}
