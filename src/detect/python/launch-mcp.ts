import type { Warning } from '../../fact.js';
import { loopbackWarning } from '../listening.js';
import { occurs } from '../pattern.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood } from './application-object.js';
import { importOf, type PythonSource } from './sources.js';

const libraries = [importOf('mcp.server'), importOf('fastmcp')];
const overHttp = /\btransport[ \t]*=[ \t]*["'](?:http|sse|streamable-http)["']/;
const runs = /^[ \t]+\w+\.run\(/m;

/** A server of the Model Context Protocol that its own script runs. https://modelcontextprotocol.io/specification/latest/basic/transports */
export function launchMcp({ framework, sources, listening }: PythonApp): Launch | null {
  if (framework !== null) return null;
  const source = byLikelihood(sources).find(
    (one) => one.folder === '' && runs.test(one.code) && libraries.some((library) => occurs(library, one)),
  );
  if (!source) return null;
  const entry = source.file.fact(source.path, Math.max(0, source.code.search(runs)));
  const serves = overHttp.test(source.code);
  const started = launch(['python', source.path], entry, serves ? closed(source) : [overPipe(source)]);
  // Where it says no port it takes 8000; its settings open it where the call leaves the host to them.
  return serves
    ? {
        ...started,
        port: listening.port ?? { value: 8000, source: entry.source },
        environment: { FASTMCP_HOST: '0.0.0.0' },
      }
    : started;
}

function closed(source: PythonSource): Warning[] {
  const { code, file } = source;
  if (/\bhost[ \t]*=/.test(code) || occurs(importOf('fastmcp'), source)) return [];
  return [
    loopbackWarning(
      file.fact('127.0.0.1', Math.max(0, code.search(runs))),
      'give host="0.0.0.0" to the server or to run()',
    ),
  ];
}

function overPipe({ code, file }: PythonSource): Warning {
  const { source } = file.fact('', Math.max(0, code.search(runs)));
  return {
    code: 'BI133',
    message:
      'the server talks over its standard input: start it with docker run -i, or give run() transport="streamable-http" to serve others',
    source,
  };
}
