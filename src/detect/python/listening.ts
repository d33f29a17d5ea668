import type { Fact, Warning } from '../../fact.js';
import { isPortOfOtherService, loopbackWarning, ownPortVariable, portNumber } from '../listening.js';
import { foundIn, type PythonSource } from './sources.js';

/** Where a program's own sources say that it listens. */
export interface OwnListening {
  readonly port: Fact<number> | null;
  readonly portVariable: Fact<string> | null;
}

/** os.environ.get("PORT", 8000), os.getenv("PORT", "8000"), env.int("PORT", default=8000), os.environ.get("PORT") or 8000 */
const fallback = new RegExp(
  String.raw`\(\s*["'](?<variable>${ownPortVariable})["']\s*(?:,\s*(?:default\s*=\s*)?["']?(?<port>\d{2,5})["']?\s*\)|\)\s*or\s*["']?(?<other>\d{2,5})\b)`,
  'g',
);

/** Ports in calls that listen. */
const calls = [
  /\b(?:app|application|socketio|uvicorn|server|web|bottle|mcp|demo)\.(?:run|run_app|launch|serve)\([^)]{0,300}?\b(?:server_)?port\s*=\s*(?:int\(\s*)?["']?(?<port>\d{2,5})\b/g,
  /\b(?:HTTPServer|TCPServer|make_server|run_simple|create_server|start_server|bind)\(\s*\(?[^)\n]{0,120}?,\s*(?<port>\d{2,5})\b/g,
  // websockets.serve(handler, "0.0.0.0", 8765)
  /\bserve\(\s*[\w.]{1,60}\s*,\s*(?:["'][^"'\n]{0,60}["']|[\w.]{1,60})\s*,\s*(?:port\s*=\s*)?(?<port>\d{2,5})\b/g,
  // Twisted: reactor.listenTCP(8080, site), "tcp:8080"
  /\blisten(?:TCP|SSL)\(\s*(?<port>\d{2,5})\b/g,
  /["'](?:tcp|ssl):(?:port=)?(?<port>\d{2,5})\b/g,
  /\badd_(?:in)?secure_port\(\s*f?["'][^"'\n]{0,60}:(?<port>\d{2,5})["']/g,
  /\blisten\s*=\s*["'][^"'\s:]*:(?<port>\d{2,5})["']/g,
  /\bsocket_port["']?\s*[:=]\s*(?<port>\d{2,5})\b/g,
  /["']--port["']\s*,\s*["'](?<port>\d{2,5})["']/g,
];

/** Ports that stand in a file which listens. */
const settings = [
  /\.listen\(\s*(?<port>\d{2,5})\b/g,
  /^[ \t]*port\s*(?::\s*int)?\s*=\s*(?:int\(\s*)?["']?(?<port>\d{2,5})\b/gim,
  /\bport\s*=\s*["']?(?<port>\d{2,5})\b/g,
];

/** What people may change who start the program: as sure in a file that does not listen itself. */
const options = [
  // define("port", default=8888), add_argument("-p", "--port", type=int, default=8000)
  /["'](?:--)?port["'][^()]{0,160}?\bdefault\s*=\s*["']?(?<port>\d{2,5})\b/g,
  // "PORT": "8081", "HTTP_PORT": (int, "General", 8081)
  /["'](?:(?:HTTP|SERVER|WEB|APP)_)?PORT["']\s*:\s*(?:\([^()\n]{0,40}?)?["']?(?<port>\d{2,5})["']?\s*[,)}\n]/g,
  // DEFAULT_PORT = int(os.environ.get("SHOP_PORT", 8083))
  /^[ \t]*(?:DEFAULT|HTTP|SERVER|LISTEN|WEB)_PORT[ \t]*(?::[ \t]*int)?[ \t]*=[ \t]*(?:int\()?(?:os\.(?:environ\.get|getenv)\([ \t]*["']\w+["'][ \t]*,[ \t]*)?["']?(?<port>\d{2,5})\b/gm,
  // "hosts": {"value": "localhost:5232"}
  /["'](?:hosts?|listen|bind|address(?:es)?)["']\s*[:,]\s*[({]{0,2}\s*(?:["']\w+["']\s*:\s*)?["'](?:localhost|127\.0\.0\.1|0\.0\.0\.0|\*)?:(?<port>\d{2,5})["']/g,
];

/** Signs that a program listens at all: a client has ports as well. */
const listens =
  /\b(?:HTTPServer|TCPServer|make_server|run_simple|socketserver|create_server|start_server|uvicorn\.run|run_app|serve_forever|quickstart|mod_wsgi|listenTCP|listenSSL|serverFromString|websockets)\b|\.(?:run|listen|launch|serve|bind|start)\(|^[ \t]*(?:run|serve)\(/m;

const environmentAlone = /(?:environ\[|getenv\(|environ\.get\()\s*["'](?<value>PORT)["']/;

/** Looks through the sources, nearest to the root first. */
export function ownListening(sources: readonly PythonSource[]): OwnListening {
  return listeningOf(sources.filter(({ name }) => !ofAnotherSide.test(name)));
}

/** Names of what calls the program, and measures it. */
const ofAnotherSide = /^(?:benchmark|client|load_?test|demo_client)/;

function listeningOf(sources: readonly PythonSource[]): OwnListening {
  const servers = sources.filter(({ code }) => listens.test(code));
  if (servers.length === 0) return { port: null, portVariable: null };
  for (const source of sources) {
    for (const { index, groups } of source.code.matchAll(fallback)) {
      const port = portNumber(groups?.['port'] ?? groups?.['other']);
      if (port === null) continue;
      return {
        port: source.file.fact(port, index),
        portVariable: source.file.fact(groups!['variable']!, index),
      };
    }
  }
  return {
    port: literalPort(servers, calls) ?? literalPort(sources, options) ?? literalPort(servers, settings),
    portVariable: variableAlone(servers),
  };
}

/** A server that its own source binds to loopback: `app.run(host="127.0.0.1")`. */
export function closedListening(sources: readonly PythonSource[]): Warning[] {
  const closed =
    /(?:\.(?:run|run_app|launch|listen|serve|start)|^[ \t]*(?:run|serve))\([^)]{0,300}?\b(?:host|address|server_name)\s*=\s*["'](?<value>127\.0\.0\.1|localhost|::1)["']/m;
  const bound = /\b(?:HTTPServer|TCPServer|bind)\(\s*\(\s*["'](?<value>127\.0\.0\.1|localhost)["']/;
  const handled = /\bserve\(\s*[\w.]{1,60}\s*,\s*["'](?<value>127\.0\.0\.1|localhost)["']/;
  const secured = /\badd_(?:in)?secure_port\(\s*f?["'](?<value>127\.0\.0\.1|localhost):/;
  const stated =
    /["'](?:hosts?|listen|bind|address(?:es)?)["']\s*[:,]\s*[({]{0,2}\s*(?:["']\w+["']\s*:\s*)?["'](?<value>(?:localhost|127\.0\.0\.1):\d{2,5})["']/;
  for (const source of sources) {
    const found = [closed, bound, handled, secured, stated]
      .map((pattern) => foundIn(source, pattern))
      .find((fact) => fact !== null);
    if (found) return [loopbackWarning(found, 'listen on 0.0.0.0')];
  }
  return [];
}

function literalPort(sources: readonly PythonSource[], patterns: readonly RegExp[]): Fact<number> | null {
  for (const pattern of patterns) {
    for (const { code, file } of sources) {
      for (const { index, groups } of code.matchAll(pattern)) {
        const port = portNumber(groups?.['port']);
        if (port !== null && !isPortOfOtherService(port)) return file.fact(port, index);
      }
    }
  }
  return null;
}

function variableAlone(sources: readonly PythonSource[]): Fact<string> | null {
  for (const source of sources) {
    const found = foundIn(source, environmentAlone);
    if (found) return found;
  }
  return null;
}
