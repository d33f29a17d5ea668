import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { must, run } from '../engine.js';
import { temporaryFolder } from '../project.js';
import { addressForBuilds, newCredentials, newGreeting, Unavailable, type Registry } from './registry.js';
import { zip } from './zip.js';

/** Hosts with private modules: Go sends passwords over https alone, and a module's path has no port. */
export interface GoModules extends Registry {
  /** A proxy through which builds reach those hosts: nobody else knows their names. */
  readonly proxy: string;
  /** The certificate that they are trusted by, in PEM. */
  readonly certificate: string;
}

/** Serves modules by Go's own protocol. */
export const proxyHost = 'proxy.example.test';
/** Has a git repository, as any host of sources. */
export const gitHost = 'git.example.test';

/** The module of `modulePath`, version 1.0.0, by git and by a module proxy. Throws Unavailable without openssl or git. */
export async function startGoModules(): Promise<GoModules> {
  const address = await addressForBuilds();
  const credentials = newCredentials();
  const greeting = newGreeting();
  const folder = temporaryFolder();
  const files = moduleFiles(greeting);
  const module = modulePath(greeting);
  await makeCertificate(folder);
  await makeRepository(folder, module, files);
  makeProxyFiles(join(folder, proxyHost, module, '@v'), `${module}@v1.0.0`, files);
  const certificate = readFileSync(join(folder, 'ca.crt'), 'utf8');
  const key = readFileSync(join(folder, 'key.pem'));
  const expected = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
  const modules = https.createServer({ cert: certificate, key }, (request, response) => {
    if (request.headers.authorization === expected) answer(folder, module, request, response);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="private"' }).end('who are you?\n');
  });
  const port = await listen(modules, '127.0.0.1');
  const tunnel = http.createServer((_, response) => response.writeHead(405).end());
  tunnel.on('connect', (_, client) => {
    const server = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const end of [client, server]) end.on('error', () => (client.destroy(), server.destroy()));
    server.pipe(client).pipe(server);
  });
  const proxy = `http://${address}:${await listen(tunnel, address)}`;
  const stop = () => [modules, tunnel].forEach((server) => (server.close(), server.closeAllConnections()));
  return { url: `https://${proxyHost}`, proxy, certificate, credentials, greeting, stop };
}

/** Another path each time: what Go downloaded once it keeps. */
export function modulePath(greeting: string): string {
  return `${gitHost}/${greeting.replace(' ', '-')}`;
}

/** A module's files by their paths. */
export function moduleFiles(greeting: string): Readonly<Record<string, string>> {
  return {
    'go.mod': `module ${modulePath(greeting)}\n\ngo 1.21\n`,
    'hello.go': `package hello\n\nconst Greeting = "${greeting}"\n`,
  };
}

/** The lines of go.sum. https://pkg.go.dev/golang.org/x/mod/sumdb/dirhash#Hash1 */
export function checksums(greeting: string): string {
  const files = moduleFiles(greeting);
  const module = modulePath(greeting);
  const all = Object.entries(files).map(([path, text]): [string, string] => [
    `${module}@v1.0.0/${path}`,
    text,
  ]);
  const manifest: [string, string][] = [['go.mod', files['go.mod'] ?? '']];
  return `${module} v1.0.0 ${hash(all)}\n${module} v1.0.0/go.mod ${hash(manifest)}\n`;
}

function hash(files: readonly (readonly [path: string, text: string])[]): string {
  const lines = files.map(([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

async function makeCertificate(folder: string): Promise<void> {
  const names = [proxyHost, gitHost].map((name) => `DNS:${name}`).join(',');
  const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=private -addext subjectAltName=${names} -keyout key.pem -out ca.crt`;
  const { status, log } = await run(['openssl', ...words.split(' ')], { cwd: folder });
  if (status !== 0) throw new Unavailable(`openssl makes no certificate: ${log}`);
}

/** A bare repository that any server of files can offer. https://git-scm.com/docs/git-update-server-info */
async function makeRepository(
  folder: string,
  module: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(sources, path), text);
  const git = async (...words: string[]) => {
    const { status, log } = await run(['git', ...words], { cwd: sources });
    if (status !== 0) throw new Unavailable(`git ${words.join(' ')}: ${log}`);
  };
  await git('init', '--quiet');
  await git('add', '.');
  await git('-c', 'user.name=a', '-c', 'user.email=a@example.test', 'commit', '--quiet', '--message=first');
  await git('tag', 'v1.0.0');
  await git('clone', '--quiet', '--bare', '.', join(folder, `${module}.git`));
  await must(['git', 'update-server-info'], { cwd: join(folder, `${module}.git`) });
}

/** https://go.dev/ref/mod#goproxy-protocol */
function makeProxyFiles(folder: string, start: string, files: Readonly<Record<string, string>>): void {
  const placed = Object.entries(files).map(([path, text]) => [`${start}/${path}`, text]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'list'), 'v1.0.0\n');
  writeFileSync(join(folder, 'v1.0.0.info'), '{"Version":"v1.0.0","Time":"2026-01-01T00:00:00Z"}');
  writeFileSync(join(folder, 'v1.0.0.mod'), files['go.mod'] ?? '');
  writeFileSync(join(folder, 'v1.0.0.zip'), zip(Object.fromEntries(placed)));
}

/** Files, and where `go get` finds the repository. https://go.dev/ref/mod#vcs-find */
function answer(
  folder: string,
  module: string,
  { headers, url }: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(url ?? '/', `https://${headers.host}`);
  const path = join(folder, headers.host ?? '', pathname);
  if (searchParams.has('go-get'))
    response.end(`<head><meta name="go-import" content="${module} git https://${module}.git"></head>\n`);
  else if (existsSync(path) && statSync(path).isFile()) response.end(readFileSync(path));
  else response.writeHead(404).end();
}

async function listen(server: Server, address: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return (server.address() as AddressInfo).port;
}
