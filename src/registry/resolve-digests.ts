import { InputError } from '../errors.js';
import { authorization } from './authorization.js';
import { credentialsFor, type FoundCredentials } from './credentials.js';
import type { DockerSettings } from './docker-settings.js';
import { endpointsOf, type Endpoint } from './endpoint.js';
import { dockerHub, imageReference, type ImageReference } from './image-reference.js';
import { manifestTypes, platformIn, readManifest } from './manifest.js';
import { RegistryError } from './registry-error.js';
import { openTransport, type Answer, type Patience, type Transport } from './transport.js';

/** What an image's tag stands for today. */
export interface ResolvedImage {
  /** As it was asked for: `python:3.14-slim`. */
  readonly image: string;
  /** `sha256:…`, of the index where there is one. */
  readonly digest: string;
  /** The platforms it is there for: `linux/amd64`. */
  readonly platforms: readonly string[];
}

/** An image whose registry could not tell. */
export interface UnresolvedImage {
  readonly image: string;
  readonly fault: InputError;
}

/**
 * Asks the registries for the digests of `images`, all at once. `onAnswer` is told how many have answered. Never
 * throws for what a registry does: each image has its result, in the order given.
 */
export async function resolveDigests(
  images: readonly string[],
  settings: DockerSettings,
  patience: Patience,
  onAnswer: (answered: number) => void,
): Promise<(ResolvedImage | UnresolvedImage)[]> {
  const transport = await openTransport(settings, patience);
  let answered = 0;
  try {
    return await Promise.all(
      images.map(async (image) => {
        const result = await resolveImage(image, settings, transport);
        onAnswer((answered += 1));
        return result;
      }),
    );
  } finally {
    await transport.close();
  }
}

async function resolveImage(
  image: string,
  settings: DockerSettings,
  transport: Transport,
): Promise<ResolvedImage | UnresolvedImage> {
  const reference = imageReference(image);
  const credentials = await credentialsFor(reference.registry, settings.config);
  const faults: RegistryError[] = [];
  for (const endpoint of endpointsOf(reference.registry, settings)) {
    try {
      // Credentials are the registry's own: a mirror has no claim to them.
      const known = endpoint.isMirror ? { credentials: null, fault: null } : credentials;
      return { image, ...(await askEndpoint(endpoint, reference, known, transport)) };
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      faults.push(named(error, endpoint));
      if (!error.unreachable && !endpoint.isMirror) break;
    }
  }
  return { image, fault: unresolved(image, faults) };
}

async function askEndpoint(
  endpoint: Endpoint,
  { repository, tag }: ImageReference,
  credentials: FoundCredentials,
  transport: Transport,
): Promise<Omit<ResolvedImage, 'image'>> {
  const base = `${endpoint.url}/v2/${repository}`;
  const ask = asker(repository, credentials, transport);
  const { digest, platforms, config } = readManifest(await ask(`${base}/manifests/${tag}`, tag));
  if (config === null) return { digest, platforms };
  const settings = await ask(`${base}/blobs/${config}`, config);
  return { digest, platforms: [platformIn(settings, config)] };
}

/** Asks as anybody, then as who the registry wants to know; what it grants holds for the next questions. */
function asker(repository: string, credentials: FoundCredentials, transport: Transport) {
  let granted: string | null = null;
  const headers = () => ({ accept: manifestTypes, ...(granted === null ? {} : { authorization: granted }) });
  return async (url: string, what: string): Promise<Answer> => {
    let answer = await transport.ask(url, { headers: headers() });
    if (answer.status === 401 && granted === null) {
      granted = await authorization(answer, credentials, repository, transport);
      answer = await transport.ask(url, { headers: headers() });
    }
    return wanted(await redirected(answer, transport), what);
  };
}

/** Registries send who asks for a blob elsewhere, where the authorization does not belong. */
async function redirected(answer: Answer, transport: Transport): Promise<Answer> {
  let now = answer;
  for (let jumps = 0; now.status >= 300 && now.status < 400; jumps += 1) {
    const target = now.headers['location'];
    const next = target !== undefined && URL.canParse(target, now.url) ? new URL(target, now.url) : null;
    if (
      next === null ||
      jumps === mostRedirections ||
      (now.url.startsWith('https:') && next.protocol !== 'https:')
    )
      throw new RegistryError(`sends elsewhere without end or reason (${String(target).slice(0, 100)})`);
    now = await transport.ask(next.href, { headers: { accept: manifestTypes } });
  }
  return now;
}

const mostRedirections = 3;

const refusals: Readonly<Record<number, string>> = {
  401: 'refuses who asks',
  403: 'refuses who asks',
  404: 'has no such image, or does not show it to anybody',
  429: 'has been asked too often',
};

function wanted(answer: Answer, what: string): Answer {
  if (answer.status === 200) return answer;
  const why = refusals[answer.status] ?? `answered ${answer.status} for ${what}`;
  throw new RegistryError(why, { hint: hints[answer.status] ?? null });
}

const hints: Readonly<Record<number, string>> = {
  401: 'docker login, with an account that may read it',
  403: 'docker login, with an account that may read it',
  404: 'a private image needs docker login',
  429: 'wait, or log in with docker login: who is known may ask more',
};

function named(error: RegistryError, { url }: Endpoint): RegistryError {
  return new RegistryError(`${url} ${error.message}`, { unreachable: error.unreachable, hint: error.hint });
}

function unresolved(image: string, faults: readonly RegistryError[]): InputError {
  const hint = faults.find((fault) => fault.hint !== null)?.hint;
  const { registry } = imageReference(image);
  return new InputError(
    'registry',
    `${image}: no digest: ${faults.map(({ message }) => message).join('; ')}`,
    [
      hint,
      `is ${registry === dockerHub ? 'Docker Hub' : registry} reached from here (HTTPS_PROXY)? Without --pin digest tags are written`,
    ]
      .filter(Boolean)
      .join('\n'),
  );
}
