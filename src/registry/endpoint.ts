import type { DockerSettings } from './docker-settings.js';
import { dockerHub } from './image-reference.js';

/** An address at which a registry's images can be asked for. */
export interface Endpoint {
  /** Scheme, host and port, perhaps a path: `https://registry-1.docker.io`. */
  readonly url: string;
  /** Holds copies of another registry's images: what it can't tell the registry itself may. */
  readonly isMirror: boolean;
}

/** Where Docker would ask, in its order: mirrors of Docker Hub first; without TLS only what is on this machine or named in the settings. */
export function endpointsOf(registry: string, settings: DockerSettings): Endpoint[] {
  if (registry === dockerHub) {
    const own = { url: 'https://registry-1.docker.io', isMirror: false };
    return [...settings.mirrors.map((url) => ({ url: url.replace(/\/+$/, ''), isMirror: true })), own];
  }
  const secure = { url: `https://${registry}`, isMirror: false };
  return mayBePlain(registry, settings) ? [secure, { url: `http://${registry}`, isMirror: false }] : [secure];
}

function mayBePlain(registry: string, { insecure }: DockerSettings): boolean {
  const host = registry.replace(/:\d+$/, '');
  return (
    insecure.includes(registry) ||
    host === 'localhost' ||
    host === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}
