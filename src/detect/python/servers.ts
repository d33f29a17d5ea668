import { isLoopback, portNumber } from '../listening.js';

/** A program that serves an app, and how it is told where to listen. */
export interface Server extends Flags {
  readonly name: string;
  readonly defaultPort: number;
  /** Does SIGTERM end it as process 1? Where that is not known it is said not to: an init does no harm. */
  readonly handlesSigterm: boolean;
}

/** Flags whose value is a host, a port, or both. */
interface Flags {
  readonly hostFlags: readonly string[];
  readonly portFlags: readonly string[];
  readonly bindFlags: readonly string[];
  /** Words that open it to others, where nothing says an address. */
  readonly open: (port: number) => readonly string[];
}

/** `--host 0.0.0.0 --port 80`; the first flag of each list is the one that is written. */
function hostAndPort(hostFlags: readonly string[] = ['--host'], portFlags = ['--port']): Flags {
  const open = (port: number): string[] => [hostFlags[0]!, '0.0.0.0', portFlags[0]!, String(port)];
  return { hostFlags, portFlags, bindFlags: [], open };
}

/** `--bind 0.0.0.0:80`; the first flag is the one that is written. */
function address(...bindFlags: readonly string[]): Flags {
  const open = (port: number): string[] => [bindFlags[0]!, `0.0.0.0:${port}`];
  return { hostFlags: [], portFlags: [], bindFlags, open };
}

const short = hostAndPort(['--host', '-h'], ['--port', '-p']);
const ends = true;

const rows: readonly (readonly [name: string, port: number, flags: Flags, handlesSigterm?: boolean])[] = [
  ['gunicorn', 8000, address('--bind', '-b'), ends],
  ['uvicorn', 8000, hostAndPort(), ends],
  ['hypercorn', 8000, address('--bind', '-b'), ends],
  ['granian', 8000, hostAndPort(), ends],
  ['daphne', 8000, hostAndPort(['-b', '--bind'], ['-p', '--port']), ends],
  [
    'waitress-serve',
    8080,
    {
      ...address('--listen'),
      portFlags: ['--port'],
      open: (port) => [`--listen=0.0.0.0:${port}`],
    },
  ],
  // Its address stands in its file of settings.
  ['pserve', 6543, { hostFlags: [], portFlags: [], bindFlags: [], open: () => [] }],
  ['uwsgi', 8000, address('--http', '--http-socket', '--http11-socket'), ends],
  ['flask', 5000, short],
  ['quart', 5000, short],
  ['litestar', 8000, hostAndPort(['--host', '-H'], ['--port', '-p']), ends],
  ['fastapi', 8000, hostAndPort(), ends],
  ['sanic', 8000, hostAndPort(['--host', '-H'], ['--port', '-p']), ends],
  ['streamlit', 8501, hostAndPort(['--server.address'], ['--server.port']), ends],
  ['chainlit', 8000, hostAndPort(), ends],
  ['panel', 5006, hostAndPort(['--address'])],
  ['bokeh', 5006, hostAndPort(['--address'])],
  ['shiny', 8000, short],
  ['solara', 8765, hostAndPort()],
  ['marimo', 2718, hostAndPort(['--host'], ['--port', '-p'])],
  ['functions-framework', 8080, hostAndPort()],
  ['mod_wsgi-express', 8000, hostAndPort()],
  ['voila', 8866, hostAndPort(['--Voila.ip'], ['--port'])],
  ['bentoml', 3000, hostAndPort()],
  // Its page is open to others where nothing says otherwise.
  [
    'locust',
    8089,
    { hostFlags: ['--web-host'], portFlags: ['--web-port', '-P'], bindFlags: [], open: () => [] },
    ends,
  ],
  ['datasette', 8001, short],
  ['mlflow', 5000, short],
];

/** Flags, default ports, and whether SIGTERM ends it as process 1. Not measured here for each of them. */
export const servers: readonly Server[] = rows.map(([name, defaultPort, flags, handlesSigterm = false]) => ({
  name,
  defaultPort,
  ...flags,
  handlesSigterm,
}));

/** What a start command says about its server. */
export interface Serving {
  readonly server: Server;
  readonly port: number;
  /** The host as written, null where none is. */
  readonly host: string | null;
  /** Does the command itself say an address, or a part of one? */
  readonly isStated: boolean;
  /** The words, with an address that others can reach where none was given. */
  readonly words: readonly string[];
}

/** `gunicorn …`, `python -m uvicorn …`, `ddtrace-run fastapi run …`; null where no known server is called. */
export function serving(words: readonly string[]): Serving | null {
  const server = servers.find(({ name }) => name === calledProgram(words));
  if (!server) return null;
  const [boundHost, boundPort] = split(valueOf(words, server.bindFlags));
  const host = valueOf(words, server.hostFlags) ?? boundHost;
  const statedPort = portNumber(valueOf(words, server.portFlags) ?? boundPort ?? undefined);
  const port = statedPort ?? server.defaultPort;
  const isStated = host !== null || statedPort !== null;
  return {
    server,
    port,
    host,
    isStated,
    words: isStated ? withHost(words, server, host, port) : [...words, ...server.open(port)],
  };
}

/** Is the app reached from inside the container alone? */
export function isClosed({ host }: Serving): boolean {
  return host !== null && isLoopback(host);
}

/** Programs that start another one and watch it: what follows is the command. */
const wrappers: Readonly<Record<string, number>> = {
  'ddtrace-run': 1,
  'opentelemetry-instrument': 1,
  'newrelic-admin': 2,
};

function calledProgram(words: readonly string[]): string | undefined {
  const [first = '', second, third] = words;
  if (Object.hasOwn(wrappers, first)) return calledProgram(words.slice(wrappers[first]));
  if (/^(?:\S*\/)?python[\d.]*$/.test(first) && second === '-m')
    return third === 'waitress' ? 'waitress-serve' : third;
  return first.split('/').at(-1);
}

/** A port alone leaves most servers on loopback. */
function withHost(
  words: readonly string[],
  server: Server,
  host: string | null,
  port: number,
): readonly string[] {
  if (host !== null || server.hostFlags.length === 0) return words;
  return [...words, ...server.open(port).slice(0, 2)];
}

/** `--port 80`, `--port=80`, `-b :80`. */
export function valueOf(words: readonly string[], flags: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    if (flags.includes(word)) return words[index + 1] ?? null;
    const flag = flags.find((name) => name.startsWith('--') && word.startsWith(`${name}=`));
    if (flag) return word.slice(flag.length + 1);
  }
  return null;
}

/** `0.0.0.0:80`, `:80`, `unix:/run/app.sock`. */
function split(address: string | null): [string | null, string | null] {
  const found = /^(.*):(\d+)$/.exec(address ?? '');
  return found ? [found[1] || '0.0.0.0', found[2]!] : [address, null];
}
