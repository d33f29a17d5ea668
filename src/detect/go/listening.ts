import type { Fact, Warning } from '../../fact.js';
import {
  isLoopback,
  isPortOfOtherService,
  loopbackWarning,
  ownPortVariable,
  portNumber,
} from '../listening.js';
import type { GoSource } from './sources.js';

/** Where a program listens, as far as its sources say it literally. */
export interface Listening {
  readonly port: Fact<number> | null;
  readonly portVariable: Fact<string> | null;
  readonly warnings: readonly Warning[];
}

const address = String.raw`"(?<host>[\w.\-[\]:]{0,60}?):(?<port>\d{1,5})"`;
const quotedPort = String.raw`"?(?:[\w.\-]{0,60}:)?(?<port>\d{2,5})\b"?`;

/** An environment variable with the port used where it isn't set, surest first. */
const fallbacks = [
  // port := os.Getenv("PORT"); if port == "" { port = "8080" }
  new RegExp(
    String.raw`\b(?<name>\w+)\s*(?:,\s*\w+\s*)?:?=\s*os\.(?:Getenv|LookupEnv)\(\s*"(?<variable>${ownPortVariable})"\s*\)` +
      String.raw`[^"]{0,120}(?:""[^"]{0,120})?\k<name>\s*=\s*":?(?<port>\d{1,5})"`,
    'g',
  ),
  // getEnv("PORT", "8080"), cmp.Or(os.Getenv("PORT"), "8080")
  new RegExp(String.raw`\(\s*"(?<variable>${ownPortVariable})"\s*\)?\s*,\s*"?:?(?<port>\d{1,5})"?\s*\)`, 'g'),
  // `env:"PORT" envDefault:"8080"`, `envconfig:"PORT" default:"8080"`
  new RegExp(
    String.raw`\benv(?:config)?:"(?<variable>${ownPortVariable})[^"\n]{0,60}"[^\n\x60]{0,120}\b(?:envD|d)efault:":?(?<port>\d{1,5})"`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:envD|d)efault:":?(?<port>\d{1,5})"[^\n\x60]{0,120}\benv(?:config)?:"(?<variable>${ownPortVariable})[^"\n]{0,60}"`,
    'g',
  ),
];

/** An address or port that stands in a call which listens. */
const listeners = [
  new RegExp(String.raw`\bListenAndServe(?:TLS)?\(\s*${address}`, 'g'),
  new RegExp(String.raw`\bAddr:\s*${address}`, 'g'),
  new RegExp(String.raw`\.(?:Run|RunTLS|Start|StartTLS|Listen|ListenTLS)\(\s*${address}`, 'g'),
  new RegExp(String.raw`\bListen\(\s*(?:[\w.()]{1,60},\s*)?"tcp[46]?"\s*,\s*${address}`, 'g'),
];

/** A setting with a name like a port's. Weaker: it may be the port of something else. */
const settings = [
  // flag.String("addr", ":8080", …), pflag.IntP("port", "p", 8080, …)
  new RegExp(
    String.raw`\b(?:String|Int|Uint|Uint16)(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"(?:(?:http|server|web|listen)[.\-_]?)?` +
      String.raw`(?:p|port|addr|address|listen|bind)"\s*,\s*(?:"\w?"\s*,\s*)?${quotedPort}`,
    'g',
  ),
  // viper.SetDefault("server.port", 8080)
  new RegExp(
    String.raw`\bSetDefault\(\s*"(?:\w{1,30}\.)?(?:port|addr|address|listen)"\s*,\s*${quotedPort}`,
    'gi',
  ),
  // Port int `default:"8080"`
  new RegExp(
    String.raw`\b(?:\w{0,20}Port|Addr)\s+\w+\s+\x60[^\x60\n]{0,120}\b(?:envD|d)efault:${quotedPort}`,
    'g',
  ),
  // Server{Port: 8080}
  new RegExp(String.raw`\bPort:\s*${quotedPort}`, 'g'),
];

/** const addr = ":8080": weaker still, so only in a file that listens. */
const assignment = new RegExp(
  String.raw`\b(?:(?:default|http|server|listen|web|app|api)_?)?(?:port|addr|address)\s*(?:(?:string|u?int\d*)\s*)?:?=\s*${quotedPort}[ \t]*\n`,
  'gi',
);

/** A call that makes a program a server. */
const listens =
  /\b(?:ListenAndServe|Listen|Serve|RunTLS)(?:TLS)?\(|\bhttp\.Server\b|\.(?:Run|Start)\(\s*[":\w]/;

/** gin's Run() without an address. https://pkg.go.dev/github.com/gin-gonic/gin#Engine.Run */
const ginRun = /\.Run\(\s*\)/g;

/** Looks through a program's sources, those of its main package first. */
export function listening(sources: readonly GoSource[]): Listening {
  const found = variableWithFallback(sources) ?? ginDefault(sources) ?? listener(sources) ?? setting(sources);
  return {
    port: found?.port ?? null,
    portVariable: found?.portVariable ?? variableAlone(sources),
    warnings: found?.warnings ?? [],
  };
}

function variableWithFallback(sources: readonly GoSource[]): Listening | null {
  const hit = firstHit(sources, fallbacks, ({ port }) => portNumber(port) !== null);
  if (hit === null) return null;
  return {
    port: hit.source.file.fact(
      Number(hit.groups['port']),
      hit.offset + hit.text.lastIndexOf(hit.groups['port']!),
    ),
    portVariable: hit.source.file.fact(hit.groups['variable']!, hit.offset),
    warnings: [],
  };
}

function ginDefault(sources: readonly GoSource[]): Listening | null {
  const users = sources.filter(({ imports }) =>
    imports.some(({ value }) => value === 'github.com/gin-gonic/gin'),
  );
  const hit = firstHit(users, [ginRun], () => true);
  if (hit === null) return null;
  const { file } = hit.source;
  return { port: file.fact(8080, hit.offset), portVariable: file.fact('PORT', hit.offset), warnings: [] };
}

/** An address that others can reach is preferred: profilers listen on loopback beside the server. */
function listener(sources: readonly GoSource[]): Listening | null {
  const open = firstHit(
    sources,
    listeners,
    ({ host, port }) => portNumber(port) !== null && !isLoopback(host ?? ''),
  );
  const hit = open ?? firstHit(sources, listeners, ({ port }) => portNumber(port) !== null);
  if (hit === null) return null;
  const { file } = hit.source;
  const written = file.fact(`${hit.groups['host']}:${hit.groups['port']}`, hit.offset);
  return {
    port: file.fact(Number(hit.groups['port']), hit.offset),
    portVariable: null,
    warnings: open ? [] : [loopbackWarning(written, `listen on ":${hit.groups['port']}"`)],
  };
}

function setting(sources: readonly GoSource[]): Listening | null {
  const servers = sources.filter(({ code }) => listens.test(code));
  const own = ({ port }: Record<string, string | undefined>): boolean => {
    const number = portNumber(port);
    return number !== null && !isPortOfOtherService(number);
  };
  const hit =
    firstHit(servers, [assignment], own) ?? (servers.length > 0 ? firstHit(sources, settings, own) : null);
  if (!hit) return null;
  return {
    port: hit.source.file.fact(Number(hit.groups['port']), hit.offset),
    portVariable: null,
    warnings: [],
  };
}

function variableAlone(sources: readonly GoSource[]): Fact<string> | null {
  const read = new RegExp(String.raw`\b(?:Getenv|LookupEnv)\(\s*"(?<variable>PORT)"`, 'g');
  const hit = firstHit(sources, [read], () => true);
  return hit && hit.source.file.fact(hit.groups['variable']!, hit.offset);
}

interface Hit {
  readonly source: GoSource;
  readonly text: string;
  readonly offset: number;
  readonly groups: Record<string, string | undefined>;
}

function firstHit(
  sources: readonly GoSource[],
  patterns: readonly RegExp[],
  accepts: (groups: Record<string, string | undefined>) => boolean,
): Hit | null {
  for (const pattern of patterns) {
    for (const source of sources) {
      for (const found of source.code.matchAll(pattern)) {
        const groups = found.groups ?? {};
        if (accepts(groups)) return { source, text: found[0], offset: found.index, groups };
      }
    }
  }
  return null;
}
