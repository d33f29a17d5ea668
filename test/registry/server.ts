import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { DockerSettings } from '../../src/registry/docker-settings.js';
import { resolveDigests } from '../../src/registry/resolve-digests.js';

/** A server on this machine that behaves as a test wants, and remembers what it was asked. */
export interface Server {
  /** `127.0.0.1:41234` */
  readonly host: string;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export async function serve(answer: RequestListener, tls?: Certificate): Promise<Server> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // What breaks off in the middle is the test's own subject.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const indexType = 'application/vnd.oci.image.index.v1+json';

/** An index for these platforms, and an attestation, as buildx makes them. */
export function indexFor(...platforms: readonly string[]): string {
  const described = [...platforms, 'unknown/unknown'].map((name) => {
    const [os, architecture, variant] = name.split('/');
    return { digest: digestOf(name), platform: { os, architecture, ...(variant && { variant }) } };
  });
  return JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: described });
}

export function sendManifest(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': indexType, 'docker-content-digest': digestOf(text) }).end(text);
}

export const nobody: DockerSettings = { config: {}, mirrors: [], insecure: [], authoritiesOf: () => null };

/** Resolves one image and gives its result, or the text of the error that a person would read. */
export async function resolveOne(image: string, settings: Partial<DockerSettings> = {}) {
  const patience = { timeout: 400, pauses: [10, 20] };
  const [result] = await resolveDigests([image], { ...nobody, ...settings }, patience, () => undefined);
  return result!;
}

export async function faultOf(image: string, settings: Partial<DockerSettings> = {}): Promise<string> {
  const result = await resolveOne(image, settings);
  return 'fault' in result ? `${result.fault.message}\n${result.fault.hint}` : `resolved to ${result.digest}`;
}
