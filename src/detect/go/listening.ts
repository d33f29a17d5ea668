import type { Fact, Warning } from '../../fact.js';
import { isLoopback, isPortOfOtherService, loopbackWarning, portNumber } from '../listening.js';
import {
  addressFallbacks,
  addressFlags,
  addressTables,
  assignment,
  closedFlags,
  closedHosts,
  fallbacks,
  flags,
  ginRun,
  listeners,
  listens,
  openly,
  portRead,
  settings,
} from './listening-patterns.js';
import { matches, occurs, type Pattern, type Place } from '../pattern.js';
import type { GoSource } from './sources.js';

/** Where a program listens, as far as its sources say it literally. */
export interface Listening {
  readonly port: Fact<number> | null;
  /** Does a file of settings that the program opens win over it? */
  readonly isDefault: boolean;
  readonly portVariable: Fact<string> | null;
  readonly warnings: readonly Warning[];
  /** What opens a program to others that would listen on loopback: flags, and variables. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const silent: Listening = {
  port: null,
  isDefault: false,
  portVariable: null,
  warnings: [],
  arguments: [],
  environment: {},
};

/** What platforms give to PORT, for a program that reads it and knows no other. */
const usualPort = 8080;

/** Where programs usually show how they spend their time, beside what they serve. https://pkg.go.dev/net/http/pprof */
const profiler = '6060';

/** What a program is compiled from, and which of it listens. */
interface Program {
  readonly sources: readonly GoSource[];
  readonly servers: readonly GoSource[];
}

/** From the surest to the weakest. */
const ways: readonly ((program: Program) => Listening | null)[] = [
  variableWithFallback,
  addressWithFallback,
  ginDefault,
  flag,
  shortFlag,
  listener,
  setting,
  addressInTable,
];

/** Looks through a program's sources, those of its main package first. */
export function listening(sources: readonly GoSource[]): Listening {
  const program = { sources, servers: sources.filter((source) => occurs(listens, source)) };
  const environment = openedHost(program);
  for (const way of ways) {
    const found = way(program);
    if (!found) continue;
    return {
      ...found,
      environment: { ...environment, ...found.environment },
      arguments: [...found.arguments, ...openedFlag(program)],
      portVariable: found.portVariable ?? variableAlone(sources),
    };
  }
  const variable = variableAlone(sources);
  if (variable === null || program.servers.length === 0)
    return { ...silent, environment, portVariable: variable };
  return {
    ...silent,
    environment,
    port: { value: usualPort, source: variable.source },
    portVariable: variable,
  };
}

/** Does anything here make the program a server, whatever its port? */
export function listensOpenly(sources: readonly GoSource[]): boolean {
  return sources.some((source) => occurs(openly, source));
}

function variableWithFallback({ sources }: Program): Listening | null {
  const hit = firstHit(sources, fallbacks, ({ port }) => portNumber(port) !== null);
  if (hit === null) return null;
  const place = hit.index + hit.text.lastIndexOf(hit.groups['port']!);
  return {
    ...silent,
    port: hit.source.file.fact(Number(hit.groups['port']), place),
    portVariable: hit.source.file.fact(hit.groups['variable']!, hit.index),
  };
}

/** A variable that holds the address opens the program where its default is loopback. */
function addressWithFallback({ sources }: Program): Listening | null {
  return openedBy(firstHit(sources, addressFallbacks, isOwnPort));
}

function addressInTable({ sources, servers }: Program): Listening | null {
  return servers.length > 0 ? openedBy(firstHit(sources, addressTables, isOwnPort)) : null;
}

function openedBy(hit: Hit | null): Listening | null {
  if (hit === null) return null;
  const { host = '', port = '', variable = '' } = hit.groups;
  const environment = isLoopback(host) ? { [variable]: `0.0.0.0:${port}` } : {};
  return { ...silent, port: portOf(hit), environment };
}

function ginDefault({ sources }: Program): Listening | null {
  const users = sources.filter(({ imports }) =>
    imports.some(({ value }) => value === 'github.com/gin-gonic/gin'),
  );
  const hit = firstHit(users, [ginRun], () => true);
  if (hit === null) return null;
  const { file } = hit.source;
  return { ...silent, port: file.fact(8080, hit.index), portVariable: file.fact('PORT', hit.index) };
}

/** A flag of Go's own package in the main package can be given; whose another library's is, nothing here tells. */
function flag({ sources, servers }: Program): Listening | null {
  if (servers.length === 0) return null;
  const hit = firstHit(sources, flags, isOwnPort);
  if (hit === null) return null;
  const { host = '', port = '', name = '', flags: library = '', variable } = hit.groups;
  if (!isLoopback(host)) return { ...silent, port: portOf(hit) };
  if (variable !== undefined)
    return { ...silent, port: portOf(hit), environment: { [variable]: `0.0.0.0:${port}` } };
  const opening = `${dashes(hit.source)}${name}=:${port}`;
  if (library === 'flag' && hit.source.packageName === 'main')
    return { ...silent, port: portOf(hit), arguments: [opening] };
  return {
    ...silent,
    port: portOf(hit),
    warnings: [loopbackWarning(writtenAddress(hit), `start it with ${opening} (--start)`)],
  };
}

function shortFlag({ sources, servers }: Program): Listening | null {
  const hit = servers.length > 0 ? firstHit(sources, addressFlags, isOwnPort) : null;
  return hit && { ...silent, port: portOf(hit) };
}

/** Other libraries, pflag often imported as flag, take one dash for the beginning of single letters. https://github.com/spf13/pflag */
function dashes({ imports }: GoSource): string {
  return imports.some(({ value }) =>
    /\/(?:pflag|cobra|cli(?:\/v\d)?|kingpin(?:[./]v\d)?|go-flags)$/.test(value),
  )
    ? '--'
    : '-';
}

/** An address that others can reach is preferred: profilers listen on loopback beside the server. */
function listener({ sources }: Program): Listening | null {
  const first = firstHit(sources, listeners, ({ port }) => portNumber(port) !== null && port !== profiler);
  if (first === null) return null;
  const open = firstHit(
    sources,
    listeners,
    ({ host, port }) => portNumber(port) !== null && port !== profiler && !isLoopback(host ?? ''),
  );
  const hit = open ?? first;
  const remedy = `listen on ":${hit.groups['port']}"`;
  return {
    ...silent,
    port: portOf(hit),
    warnings: open ? [] : [loopbackWarning(writtenAddress(hit), remedy)],
  };
}

function setting({ sources, servers }: Program): Listening | null {
  if (servers.length === 0) return null;
  const hit = nearest(
    sources,
    firstHit(servers, [assignment], isOwnPort),
    firstHit(sources, settings, isOwnPort),
  );
  if (!hit) return null;
  const closed = isLoopback(hit.groups['host'] ?? '');
  const remedy = `listen on ":${hit.groups['port']}"`;
  return {
    ...silent,
    port: portOf(hit),
    isDefault: hit.text.toLowerCase().startsWith('setdefault'),
    warnings: closed ? [loopbackWarning(writtenAddress(hit), remedy)] : [],
  };
}

/** A variable that holds the host alone opens the program where its default is loopback. */
function openedHost({ sources, servers }: Program): Readonly<Record<string, string>> {
  const hit = servers.length > 0 ? firstHit(sources, closedHosts, () => true) : null;
  return hit === null ? {} : { [hit.groups['variable']!]: '0.0.0.0' };
}

function openedFlag({ sources, servers }: Program): string[] {
  const hit = servers.length > 0 ? firstHit(sources, closedFlags, () => true) : null;
  return hit === null ? [] : [`--${hit.groups['name']!}=0.0.0.0`];
}

function variableAlone(sources: readonly GoSource[]): Fact<string> | null {
  const hit = firstHit(sources, [portRead], () => true);
  return hit && hit.source.file.fact(hit.groups['variable']!, hit.index);
}

/** Packages that the main package imports come before those that they import: what is further away is often one device's or plug-in's. */
function nearest(sources: readonly GoSource[], sure: Hit | null, weak: Hit | null): Hit | null {
  if (sure === null || weak === null) return sure ?? weak;
  return sources.indexOf(weak.source) < sources.indexOf(sure.source) ? weak : sure;
}

type Groups = Hit['groups'];

type Hit = Place<GoSource>;

function isOwnPort({ port }: Groups): boolean {
  const number = portNumber(port);
  return number !== null && !isPortOfOtherService(number);
}

function portOf({ source, groups, index }: Hit): Fact<number> {
  return source.file.fact(Number(groups['port']), index);
}

function writtenAddress({ source, groups, index }: Hit): Fact<string> {
  return source.file.fact(`${groups['host']}:${groups['port']}`, index);
}

function firstHit(
  sources: readonly GoSource[],
  patterns: readonly Pattern[],
  accepts: (groups: Groups) => boolean,
): Hit | null {
  for (const pattern of patterns)
    for (const place of matches(pattern, sources)) if (accepts(place.groups)) return place;
  return null;
}
