import { isLoopback, portNumber } from '../listening.js';

/** A program that serves an app, and how it is told where to listen. */
export interface Server {
  readonly name: string;
  /** Flags whose value is a host, a port, or both. */
  readonly hostFlags: readonly string[];
  readonly portFlags: readonly string[];
  readonly bindFlags: readonly string[];
  readonly defaultPort: number;
  /** Words that open it to others, where nothing says an address. */
  readonly open: (port: number) => readonly string[];
  readonly handlesSigterm: boolean;
}

const hostAndPort = (port: number): string[] => ['--host', '0.0.0.0', '--port', String(port)];
const bind = (port: number): string[] => ['--bind', `0.0.0.0:${port}`];

/** Flags, default ports, and whether SIGTERM ends it as process 1. Not measured here for each of them. */
export const servers: readonly Server[] = [
  {
    name: 'gunicorn',
    hostFlags: [],
    portFlags: [],
    bindFlags: ['-b', '--bind'],
    defaultPort: 8000,
    open: bind,
    handlesSigterm: true,
  },
  {
    name: 'uvicorn',
    hostFlags: ['--host'],
    portFlags: ['--port'],
    bindFlags: [],
    defaultPort: 8000,
    open: hostAndPort,
    handlesSigterm: true,
  },
  {
    name: 'hypercorn',
    hostFlags: [],
    portFlags: [],
    bindFlags: ['-b', '--bind'],
    defaultPort: 8000,
    open: bind,
    handlesSigterm: true,
  },
  {
    name: 'granian',
    hostFlags: ['--host'],
    portFlags: ['--port'],
    bindFlags: [],
    defaultPort: 8000,
    open: hostAndPort,
    handlesSigterm: true,
  },
  {
    name: 'daphne',
    hostFlags: ['-b', '--bind'],
    portFlags: ['-p', '--port'],
    bindFlags: [],
    defaultPort: 8000,
    open: (port) => ['-b', '0.0.0.0', '-p', String(port)],
    handlesSigterm: true,
  },
  {
    name: 'waitress-serve',
    hostFlags: [],
    portFlags: ['--port'],
    bindFlags: ['--listen'],
    defaultPort: 8080,
    open: (port) => [`--listen=0.0.0.0:${port}`],
    handlesSigterm: false,
  },
  {
    name: 'flask',
    hostFlags: ['-h', '--host'],
    portFlags: ['-p', '--port'],
    bindFlags: [],
    defaultPort: 5000,
    open: hostAndPort,
    handlesSigterm: false,
  },
  {
    name: 'fastapi',
    hostFlags: ['--host'],
    portFlags: ['--port'],
    bindFlags: [],
    defaultPort: 8000,
    open: hostAndPort,
    handlesSigterm: true,
  },
  {
    name: 'streamlit',
    hostFlags: ['--server.address'],
    portFlags: ['--server.port'],
    bindFlags: [],
    defaultPort: 8501,
    open: (port) => ['--server.address', '0.0.0.0', '--server.port', String(port)],
    handlesSigterm: true,
  },
  {
    name: 'chainlit',
    hostFlags: ['--host'],
    portFlags: ['--port'],
    bindFlags: [],
    defaultPort: 8000,
    open: hostAndPort,
    handlesSigterm: true,
  },
  {
    name: 'sanic',
    hostFlags: ['--host', '-H'],
    portFlags: ['--port', '-p'],
    bindFlags: [],
    defaultPort: 8000,
    open: hostAndPort,
    handlesSigterm: true,
  },
];

/** What a start command says about its server. */
export interface Serving {
  readonly server: Server;
  readonly port: number;
  /** The host as written, null where none is. */
  readonly host: string | null;
  /** The words, with an address that others can reach where none was given. */
  readonly words: readonly string[];
}

/** `gunicorn …`, `python -m uvicorn …`, `fastapi run …`; null where no known server is called. */
export function serving(words: readonly string[]): Serving | null {
  const server = servers.find(({ name }) => name === calledModule(words));
  if (!server) return null;
  const [boundHost, boundPort] = split(valueOf(words, server.bindFlags));
  const host = valueOf(words, server.hostFlags) ?? boundHost;
  const statedPort = portNumber(valueOf(words, server.portFlags) ?? boundPort ?? undefined);
  const port = statedPort ?? server.defaultPort;
  const stated = host !== null || statedPort !== null;
  return {
    server,
    port,
    host,
    words: stated ? withHost(words, server, host, port) : [...words, ...server.open(port)],
  };
}

/** Is the app reached from inside the container alone? */
export function isClosed({ host }: Serving): boolean {
  return host !== null && isLoopback(host);
}

function calledModule(words: readonly string[]): string | undefined {
  const [first, second, third] = words;
  if (/^(?:\S*\/)?python[\d.]*$/.test(first ?? '') && second === '-m')
    return third === 'waitress' ? 'waitress-serve' : third;
  return first?.split('/').at(-1);
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
function valueOf(words: readonly string[], flags: readonly string[]): string | null {
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
