import type { Fact, Warning } from '../../fact.js';
import { isLoopback, loopbackWarning } from '../listening.js';
import { flagValue } from './build.js';
import { configuredHost } from './configured-host.js';
import type { Listening } from './listening.js';
import type { NodeApp } from './node-app.js';
import type { Start } from './start.js';
import type { FoundFramework } from './framework.js';
import type { ProgramSource } from './program-sources.js';

const address = String.raw`['"\`](?<address>127\.0\.0\.1|localhost|::1)['"\`]`;
const withinCall = String.raw`\.listen\((?:[^()]|\([^()]{0,100}\)){0,200}?`;

const hostName = String.raw`(?<name>(?:[A-Z][A-Z0-9]*_)*(?:(?:LISTEN|BIND)_?)?(?:HOST|HOSTNAME|ADDRESS|ADDR|BIND|IP))\b`;
/** `process.env.HOST || 'localhost'`, `text(process.env.HOST) ?? 'localhost'`, `{ HOST = 'localhost' } = process.env`: an address that the environment can correct. */
const environmentFallbacks: readonly RegExp[] = [
  new RegExp(String.raw`process\.env\.${hostName}\s*\)?\s*(?:\|\||\?\?)\s*${address}`, 'g'),
  new RegExp(String.raw`\b${hostName}\s*=\s*${address}[^{}]{0,300}\}\s*=\s*process\.env\b`, 'g'),
];
/** Names that say whose address it is: the program's own. */
const ownHost = /^(?:(?:APP|SERVER|HTTP|WEB|NODE)_)?(?:HOST|HOSTNAME|ADDRESS|ADDR|IP)$|LISTEN|BIND/;
/** `.listen(3000, '127.0.0.1'`, `.listen({ port, host: 'localhost'`. */
const literal = new RegExp(withinCall + address);
/** `const host = 'localhost'`, and a call that names it. */
const constant = new RegExp(
  String.raw`\b(?:const|let|var)\s+(?<name>host(?:name)?|address)\s*=\s*${address}`,
  'i',
);
/** Fastify alone listens on localhost unless it is told a host. https://fastify.dev/docs/latest/Reference/Server/#listen */
const withoutHost =
  /\.listen\(\s*(?:\{(?![^}]{0,300}\bhost\b)(?![^}]{0,300}\.\.\.)[^}]{0,300}\bport\b[^}]{0,300}\})/;

/** Reads it off the sources (`portVariable`: where the port is read from): an environment variable where one helps, a warning where none does. */
export function listeningOf(
  app: NodeApp,
  sources: readonly ProgramSource[],
  found: FoundFramework | null,
  portVariable: string,
): Listening {
  const environment = found?.framework.environment ?? {};
  const names = sources.flatMap(({ code }) =>
    environmentFallbacks.flatMap((idiom) => [...code.matchAll(idiom)]),
  );
  const name = names
    .map(({ groups }) => groups?.['name'] ?? '')
    .find((host) => ownHost.test(host) || hasPrefixOf(host, portVariable));
  if (name !== undefined) return { environment: { ...environment, [name]: '0.0.0.0' }, warnings: [] };
  const configured = configuredHost(app, sources);
  if (configured !== null)
    return { ...configured, environment: { ...environment, ...configured.environment } };
  const place =
    sources.map(loopbackIn).find((fact) => fact !== null) ??
    (found?.framework.id === 'fastify' ? hostless(sources) : null);
  const remedy = "listen on '0.0.0.0', or read the address from an environment variable";
  return { environment, warnings: place ? [loopbackWarning(place, remedy)] : [] };
}

/** `ACME_HOST` beside `ACME_PORT`: the others are addresses of what the program talks to. */
function hasPrefixOf(host: string, portVariable: string): boolean {
  const prefix = portVariable.slice(0, -'PORT'.length);
  return prefix !== '' && host.startsWith(prefix) && !host.slice(prefix.length).includes('_');
}

/** `next start -H localhost`: the command itself says it. */
export function flaggedLoopback({ words, start }: Start): Warning[] {
  const host = flagValue(words, ['-H', '--host', '--hostname', '--address']);
  if (start === null || host === null || !isLoopback(host)) return [];
  return [
    loopbackWarning(
      { value: host, source: start.source },
      'say 0.0.0.0 there, or name the command with --start',
    ),
  ];
}

function loopbackIn({ file, code }: ProgramSource): Fact<string> | null {
  const named = constant.exec(code);
  const name = named?.groups?.['name'];
  const called = name !== undefined && new RegExp(String.raw`${withinCall}\b${name}\b`).test(code);
  const match = literal.exec(code) ?? (called ? named : null);
  const value = match?.groups?.['address'];
  return match && value !== undefined ? file.fact(value, match.index + match[0].lastIndexOf(value)) : null;
}

function hostless(sources: readonly ProgramSource[]): Fact<string> | null {
  for (const { file, code } of sources) {
    const match = withoutHost.exec(code);
    if (match) return file.fact('localhost', match.index);
  }
  return null;
}
