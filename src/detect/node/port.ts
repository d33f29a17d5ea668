import type { Fact, Warning } from '../../fact.js';
import { isPortOfOtherService, portNumber } from '../listening.js';
import { flagValue } from './build.js';
import { configuredPort } from './configured-port.js';
import type { ProjectFile } from '../../project/view.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';
import type { ProgramSource } from './program-sources.js';
import type { Start } from './start.js';
import type { ReadPort } from './read-port.js';

export interface Port {
  readonly port: Fact<number> | null;
  /** The environment variable that the program reads its port from. */
  readonly variable: Fact<string> | null;
}

/** `PORT`, or a name that ends like it: `APP_PORT`, `UPTIME_KUMA_PORT`. */
const name = String.raw`(?<name>(?:[A-Z][A-Z0-9]*_)*PORT)`;
const number = String.raw`['"\`]?(?<port>\d{2,5})\b`;
const environment = String.raw`(?:process\.env|env|import\.meta\.env|Bun\.env)(?:\.|\[\s*['"\`])`;

/** Ports of what the program talks to, or of nothing that it serves. */
const otherPorts =
  /(?:^|_)(?:DB|DATABASE|SQL|MYSQL|MARIADB|PG|POSTGRES|POSTGRESQL|MONGO|MONGODB|REDIS|CACHE|SMTP|MAIL|EMAIL|RABBITMQ|AMQP|KAFKA|NATS|ELASTIC|ELASTICSEARCH|MEMCACHED|MQTT|INFLUX|STATSD|SYSLOG|LDAP|FTP|SSH|PROXY|DEBUG|INSPECT|METRICS|PROMETHEUS|HTTPS|SSL|TLS|GRPC|ADMIN|VITE|WEBPACK|HMR|TEST|REMOTE|CLIENT|FRONTEND|EXTERNAL|PUBLIC)_PORT$/;

/** How programs read a port from their environment and what they fall back to. */
const environmentIdioms: readonly RegExp[] = [
  // process.env.PORT || 3000, Number(process.env.PORT ?? '3000'), parseInt(process.env['PORT'], 10) || 3000, process.env.PORT || process.env.APP_PORT || 3000
  new RegExp(
    String.raw`${environment}${name}['"\`\]!]*(?:\s*(?:\|\||\?\?)\s*${environment}\w+['"\`\]!]*){0,3}(?:\s*,\s*10)?\s*\)*\s*(?:\|\||\?\?)\s*(?:[\w.]+\()?\s*${number}`,
    'g',
  ),
  // process.env.PORT ? Number(process.env.PORT) : 3000
  new RegExp(String.raw`${environment}${name}['"\`\]!]*[^:;?\n]{0,120}\?[^:;]{0,120}:\s*${number}`, 'g'),
  // const { PORT = 3000 } = process.env
  new RegExp(
    String.raw`\{[^{}]{0,500}\b${name}\s*=\s*${number}[^{}]{0,500}\}\s*=\s*(?:process\.)?env\b`,
    'g',
  ),
  // toNumber(process.env.HTTP_PORT || process.env.PORT, 4242)
  new RegExp(
    String.raw`(?<!parseInt)\(\s*${environment}${name}['"\`\]]*(?:\s*(?:\|\||\?\?)\s*${environment}\w+['"\`\]]*){0,3}\s*,\s*${number}\s*\)`,
    'g',
  ),
  // [args.port, process.env.PORT, 3000].find(…)
  new RegExp(String.raw`${environment}${name}['"\`\]]*\s*,\s*${number}\s*,?\s*\]`, 'g'),
  // PORT: z.coerce.number().default(3000), PORT: { type: 'number', default: 3000 }, PORT: port({ default: 3000 })
  new RegExp(String.raw`\b${name}['"]?\s*:\s*[^,;{}]{0,120}?\.default\(\s*${number}`, 'g'),
  new RegExp(String.raw`\b${name}['"]?\s*:\s*(?:[\w.]+\()?\s*\{[^{}]{0,300}\bdefault\s*:\s*${number}`, 'g'),
  // convict: { port: { default: 3000, env: 'PORT' } }
  new RegExp(
    String.raw`\{[^{}]{0,300}\bdefault\s*:\s*${number}[^{}]{0,300}\benv\s*:\s*['"\`]${name}['"\`]`,
    'g',
  ),
  // config.get('PORT', 3000), config.get<number>('PORT') ?? 3000, Number(Deno.env.get('PORT')) || 3000, env.get('PORT').default('3000')
  new RegExp(
    String.raw`\.get(?:OrThrow)?(?:<[^>]{0,60}>)?\(\s*['"\`]${name}['"\`]\s*(?:,|\)\s*\)?\s*(?:\?\?|\|\|)|\)\s*\.default\()\s*${number}`,
    'g',
  ),
  // getEnv('PORT', 3000), env('PORT', 3000), env.int('PORT', 3000)
  new RegExp(
    String.raw`\b(?:getEnv|env(?:\.\w+)?|required|optional)\(\s*['"\`]${name}['"\`]\s*,\s*${number}`,
    'gi',
  ),
];

/** A name where no number stands: `process.env.PORT || defaultPort`, `process.env.PORT`, `config.get('PORT')`. */
const environmentNames: readonly RegExp[] = [
  new RegExp(
    String.raw`${environment}${name}\b(?:['"\`\]!\s)]*(?:\|\||\?\?)\s*(?<fallback>[A-Za-z_$][\w$.]*))?`,
    'g',
  ),
  new RegExp(String.raw`\{[^{}=]{0,500}\b${name}\b[^{}=]{0,500}\}\s*=\s*process\.env\b`, 'g'),
  new RegExp(String.raw`\.get(?:OrThrow)?(?:<[^>]{0,60}>)?\(\s*['"\`]${name}['"\`]`, 'g'),
];

/** How servers are told a number: `.listen(3000`, `.listen({ port: 3000`, `serve({ fetch, port: 3000`. */
const literalIdioms: readonly RegExp[] = [
  /\.listen\(\s*['"`]?(?<port>\d{2,5})\b/g,
  /\.listen\(\s*\{[^}]{0,300}?\bport\s*:\s*(?<port>\d{2,5})\b/g,
  // NestFactory.createMicroservice(AppModule, { transport: Transport.TCP, options: { port: 8877 } })
  /\bcreateMicroservice(?:<[^<>]{0,60}>)?\([^;]{0,300}?\bport\s*:\s*(?<port>\d{2,5})\b/g,
  // startStandaloneServer(server, { listen: { port: 4000 } })
  /\blisten\s*:\s*\{[^{}]{0,200}?\bport\s*:\s*(?<port>\d{2,5})\b/g,
  // new Server(3000) of Socket.io, new WebSocketServer({ port: 8080 })
  /\bnew\s+(?:\w+\.)?(?:\w*Server|WebSocket\.Server)\(\s*(?<port>\d{2,5})\b/g,
  /\b(?:serve|\w*Server|server|createServer|startStandaloneServer)\(\s*(?:\w+\s*,\s*)?\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}?\bport\s*:\s*(?<port>\d{2,5})\b/g,
  // export default { port: 4000, fetch: app.fetch }, which Bun serves
  /\bexport\s+default\s+\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}?\bport\s*:\s*(?<port>\d{2,5})\b/g,
];

/** What the command line may say, and the number where it says nothing. */
const commandLineIdioms: readonly RegExp[] = [
  // yargs: .option('port', { alias: 'p', default: 5000 }), .default('port', 5000)
  /\.option\(\s*['"`]port['"`]\s*,\s*\{[^{}]{0,300}?\bdefault\s*:\s*['"`]?(?<port>\d{2,5})\b/g,
  /\.default\(\s*['"`]port['"`]\s*,\s*['"`]?(?<port>\d{2,5})\b/g,
  // commander: .option('-p, --port <number>', 'the port', '5000')
  /\.option\(\s*['"`][^'"`\n]{0,40}--port\b[^'"`\n]{0,40}['"`][^()]{0,200}(?:\([^()]{0,100}\)[^()]{0,100})?,\s*['"`]?(?<port>\d{2,5})['"`]?\s*\)/g,
  // parseArgs: { port: { type: 'string', default: '5000' } }, convict without a variable
  /\bport['"]?\s*:\s*\{[^{}]{0,300}?\bdefault\s*:\s*['"`]?(?<port>\d{2,5})\b/g,
  // minimist: { default: { port: 5000 } }, argv.port || 5000
  /\bdefaults?\s*:\s*\{[^{}]{0,200}?\bport\s*:\s*['"`]?(?<port>\d{2,5})\b/g,
  /\b(?:argv|args|opts|options|flags)\.(?:port|p)\s*(?:\|\||\?\?)\s*['"`]?(?<port>\d{2,5})\b/g,
];

/** How servers are told by name: `.listen(port`, `.listen({ port: config.port`, `serve({ fetch, port })`. */
const namedIdioms: readonly RegExp[] = [
  /\.listen\(\s*(?:Number\(|parseInt\(|\+)?\s*(?<name>[A-Za-z_$][\w$.]*)/g,
  /\.listen\(\s*\{[^}]{0,300}?\b(?:port\s*:\s*(?:Number\()?(?<name>[A-Za-z_$][\w$.]*)|(?<short>port)\s*[,}])/g,
  /\bserve\(\s*\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}?\b(?:port\s*:\s*(?<name>[A-Za-z_$][\w$.]*)|(?<short>port)\s*[,}])/g,
  /\bexport\s+default\s+\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}?\b(?:port\s*:\s*(?<name>[A-Za-z_$][\w$.]*)|(?<short>port)\s*[,}])/g,
];

/** Files that show which settings a deployment makes. */
const environmentExamples = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'env.example',
  'example.env',
  '.env.defaults',
  '.env.production',
  '.env',
];

/** The port a program serves on. Precedence: the start command, its sources, examples of its environment, its framework. */
export function portOf(
  app: NodeApp,
  start: Start,
  sources: readonly ProgramSource[],
  found: FoundFramework | null,
): Port {
  const read = readFromEnvironment(sources);
  const literal =
    read ??
    firstPort(sources, literalIdioms) ??
    namedPort(sources) ??
    firstPort(sources, commandLineIdioms) ??
    configuredPort(app, sources);
  const named = read?.variable ?? variableOf(sources) ?? literal?.variable;
  const variable =
    named ??
    (readsPortItself(start, found) && start.start
      ? (prefixedPort(app, found) ?? { value: 'PORT', source: (found?.fact ?? start.start).source })
      : null);
  return {
    port:
      startPort(start, variable) ??
      literal?.port ??
      examplePort(app, variable) ??
      defaultPort(start, found) ??
      usualPort(sources),
    variable,
  };
}

const prefix = /\benvPrefix\s*:\s*['"`](?<value>\w+)['"`]/;

/** https://svelte.dev/docs/kit/adapter-node#Options-envPrefix: names of its own for all that the server reads. */
function prefixedPort({ project }: NodeApp, found: FoundFramework | null): Fact<string> | null {
  if (found?.framework.dependency !== '@sveltejs/adapter-node') return null;
  const file = project.files.find((path) => /^svelte\.config\.[cm]?[jt]s$/.test(path));
  const stated = file === undefined ? null : project.read(file)?.match(prefix);
  return stated ? { value: `${stated.value}PORT`, source: stated.source } : null;
}

/** A server that is told nothing listens on a number that the system picks, and nobody finds it. */
const bareIdioms: readonly RegExp[] = [
  /\.listen\(\s*(?:\{\s*port\s*:\s*)?(?:(?:Number|parseInt)\(\s*|\+)?process\.env\.PORT\b(?!\s*(?:\|\||\?\?|\?))/,
  // const port = process.env.PORT; server.listen(port
  /\b(?:const|let|var)\s+(?<name>[\w$]+)\s*=\s*(?:(?:Number|parseInt)\(\s*|\+)?process\.env\.PORT\b\s*\)?\s*[;,](?=[\s\S]*\.listen\(\s*(?:\{\s*port\s*:\s*)?\k<name>\b)/,
  // const { PORT } = process.env; server.listen(PORT
  /\{[^{}=]{0,300}\bPORT\b[^{}=]{0,300}\}\s*=\s*process\.env\b(?=[\s\S]*\.listen\(\s*(?:\{\s*port\s*:\s*)?PORT\b)/,
];
const usual = 3000;
const chosen = 'default: PORT in ';

/** Says so where a number was only chosen. */
export function portWarnings({ port }: Port): Warning[] {
  if (port === null || !port.source.startsWith(chosen)) return [];
  const message = `nothing says which port the program listens on, it takes what PORT says: ${port.value} is set, another one with --port`;
  return [{ code: 'BI159', message, source: port.source.slice(chosen.length) }];
}

/** Of a program that listens on `PORT` alone, where nothing says which one that is: the usual one. */
function usualPort(sources: readonly ProgramSource[]): Fact<number> | null {
  for (const { file, code } of sources) {
    for (const idiom of bareIdioms) {
      const match = idiom.exec(code);
      if (match) return { value: usual, source: `${chosen}${file.fact(usual, match.index).source}` };
    }
  }
  return null;
}

/** `PORT=8080 node server.js`, `next start -p 8080`. */
function startPort(
  { environment: set, words, start }: Start,
  variable: Fact<string> | null,
): Fact<number> | null {
  const value =
    set[variable?.value ?? 'PORT'] ??
    set['PORT'] ??
    flagValue(words, ['-p', '--port', '-l', '--listen']) ??
    '';
  const port = portNumber(/(?:^|:)(\d+)$/.exec(value)?.[1]);
  return start && port !== null ? { value: port, source: start.source } : null;
}

function readFromEnvironment(sources: readonly ProgramSource[]): ReadPort | null {
  const idioms = sources.flatMap((source) => environmentIdioms.map((idiom) => ({ source, idiom })));
  const reads = idioms.flatMap(({ source, idiom }) => [...placesOf(source, idiom)]);
  const served = reads.filter(({ name }) => name !== null && !otherPorts.test(name));
  const best = served.find(({ name }) => name === 'PORT') ?? served[0];
  return best ? readPort(best) : null;
}

/** A port in a source. Facts are made of the one that counts: each has to count lines. */
interface Place {
  readonly file: ProjectFile;
  readonly match: RegExpExecArray;
  readonly value: number;
  readonly name: string | null;
}

function* placesOf({ file, code }: ProgramSource, idiom: RegExp): Generator<Place> {
  for (const match of code.matchAll(idiom)) {
    const value = portNumber(match.groups?.['port']);
    if (value === null || isPortOfOtherService(value)) continue;
    yield { file, match, value, name: match.groups?.['name'] ?? null };
  }
}

function readPort({ file, match, value, name }: Place): ReadPort {
  const at = match.index + match[0].length - String(match.groups?.['port']).length;
  return {
    port: file.fact(value, at),
    variable: name === null ? null : file.fact(name, match.index + match[0].indexOf(name)),
  };
}

function firstPort(sources: readonly ProgramSource[], idioms: readonly RegExp[]): ReadPort | null {
  for (const source of sources) {
    for (const idiom of idioms) for (const place of placesOf(source, idiom)) return readPort(place);
  }
  return null;
}

/** `.listen(config.port)`: the number that the name stands for, in the nearest source that says so. */
function namedPort(sources: readonly ProgramSource[]): ReadPort | null {
  for (const name of listenedNames(sources)) {
    const found = numberOf(sources, name);
    if (found) return found;
  }
  return null;
}

/** Few names are enough: a program listens once or twice. */
const mostNames = 10;

function listenedNames(sources: readonly ProgramSource[]): string[] {
  const idioms = [...namedIdioms, ...environmentNames.slice(0, 1)];
  const names = sources.flatMap(({ code }) =>
    idioms.flatMap((idiom) =>
      [...code.matchAll(idiom)].map(
        ({ groups }) => groups?.['fallback'] ?? groups?.['short'] ?? groups?.['name'] ?? '',
      ),
    ),
  );
  return [...new Set(names)].slice(0, mostNames);
}

function numberOf(sources: readonly ProgramSource[], path: string): ReadPort | null {
  const last = path.split('.').at(-1)?.replaceAll('$', '\\$') ?? '';
  if (!/^[\w$\\]+$/.test(last) || !/port/i.test(last)) return null;
  const idiom = new RegExp(
    String.raw`(?<![\w$])['"]?${last}['"]?\s{0,20}(?::\s*number\s*)?[:=]\s{0,20}(?:Number\(|parseInt\()?\s*${number}`,
    'g',
  );
  return firstPort(sources, [idiom]);
}

/** The variable alone; its number may stand in an example of the environment. */
function variableOf(sources: readonly ProgramSource[]): Fact<string> | null {
  const reads = sources.flatMap(({ file, code }) =>
    environmentNames.flatMap((idiom) => [...code.matchAll(idiom)].map((match) => ({ file, match }))),
  );
  const nameIn = (match: RegExpExecArray) => match.groups?.['name'] ?? '';
  const served = reads.filter(({ match }) => !otherPorts.test(nameIn(match)));
  const best = served.find(({ match }) => nameIn(match) === 'PORT') ?? served[0];
  if (!best) return null;
  const name = nameIn(best.match);
  return best.file.fact(name, best.match.index + best.match[0].indexOf(name));
}

function readsPortItself({ server }: Start, found: FoundFramework | null): boolean {
  return found?.framework.readsPort === true || (server !== null && server.port !== null);
}

function examplePort({ project }: NodeApp, variable: Fact<string> | null): Fact<number> | null {
  const key = variable?.value ?? 'PORT';
  const pattern = new RegExp(String.raw`^(?:export[ \t]+)?${key}[ \t]*=[ \t]*['"]?(?<value>\d{2,5})\b`, 'm');
  for (const path of environmentExamples) {
    const found = project.read(path)?.match(pattern);
    const value = portNumber(found?.value);
    if (found && value !== null) return { value, source: found.source };
  }
  return null;
}

function defaultPort({ server, start }: Start, found: FoundFramework | null): Fact<number> | null {
  if (found && found.framework.port !== null)
    return { value: found.framework.port, source: found.fact.source };
  return server && server.port !== null && start ? { value: server.port, source: start.source } : null;
}
