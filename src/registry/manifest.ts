import { createHash } from 'node:crypto';
import { RegistryError } from './registry-error.js';
import type { Answer } from './transport.js';

/** What a tag stands for in a registry. */
export interface Manifest {
  /** `sha256:…` of an index where the image is there for several platforms. */
  readonly digest: string;
  /** `linux/amd64`, `linux/arm64/v8`; empty for one image, whose own settings say it. */
  readonly platforms: readonly string[];
  /** The settings of an image that is not an index. */
  readonly config: string | null;
}

const indexes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const images = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** Of both generations, https://github.com/opencontainers/image-spec/blob/main/media-types.md. */
export const manifestTypes = [...indexes, ...images].join(', ');

interface Platform {
  readonly os?: unknown;
  readonly architecture?: unknown;
  readonly variant?: unknown;
}

/** Reads a registry's answer. The digest is that of the bytes that came. Throws RegistryError where they are no manifest, or not those that the registry names. */
export function readManifest(answer: Answer): Manifest {
  const digest = sha256(answer.body);
  const named = answer.headers['docker-content-digest'];
  if (named !== undefined && named.startsWith('sha256:') && named !== digest)
    throw new RegistryError(`answered with another manifest (${digest}) than the one it names (${named})`);
  const content = parsed(answer);
  const type = content['mediaType'] ?? answer.headers['content-type']?.split(';')[0];
  if (Array.isArray(content['manifests']) && (type === undefined || indexes.includes(String(type))))
    return { digest, platforms: platformsOf(content['manifests']), config: null };
  const config = (content['config'] as { digest?: unknown } | undefined)?.digest;
  if (images.includes(String(type)) && typeof config === 'string' && /^sha256:[0-9a-f]{64}$/.test(config))
    return { digest, platforms: [], config };
  throw garbage();
}

/** The platform that an image's settings name. Throws RegistryError where they are not what their digest says. */
export function platformIn(answer: Answer, digest: string): string {
  if (sha256(answer.body) !== digest)
    throw new RegistryError(`answered with other settings than those of ${digest}`);
  return platformText(parsed(answer) as Platform);
}

function platformsOf(manifests: readonly { readonly platform?: Platform }[]): string[] {
  // Attestations stand in the index as images for no platform.
  return manifests
    .map(({ platform }) => platform ?? {})
    .filter(({ os, architecture }) => os !== undefined && os !== 'unknown' && architecture !== 'unknown')
    .map(platformText);
}

function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => typeof part === 'string' && part !== '').join('/');
}

function parsed(answer: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(answer.body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw garbage();
}

function garbage(): RegistryError {
  return new RegistryError('answered with something that is no manifest of an image', {
    hint: 'a proxy or a mirror may have answered in its place',
  });
}

function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
