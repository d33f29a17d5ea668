import type { Fact } from '../../fact.js';
import { flagValue, type Build } from '../node/build.js';
import { portOf } from '../node/port.js';
import { programSources, type ProgramSource } from '../node/program-sources.js';
import { sigtermOf } from '../node/sigterm.js';
import type { Start } from '../node/start.js';
import { portNumber } from '../listening.js';
import type { DenoApp } from './deno-app.js';
import type { DenoStart } from './start.js';

export interface DenoListening {
  readonly port: Fact<number> | null;
  readonly variable: Fact<string> | null;
  readonly handlesSigterm: Fact<boolean>;
}

/** What `Deno.serve` and `deno serve` listen on where nothing says otherwise. https://docs.deno.com/api/deno/~/Deno.serve */
const defaultPort = 8000;
/** Fresh, and `serve` of the standard library's http, hand over to `Deno.serve`. */
const serves = /\bDeno\s*\.\s*serve\s*\(|\bfrom\s*['"](?:jsr:)?@std\/http|\.listen\(\s*\)/;
const handler = /\bDeno\s*\.\s*addSignalListener\(\s*['"]SIGTERM['"]/;
const noBuild: Build = { script: null, output: null, tool: null };

/** Port, its variable and the end on SIGTERM, from the start command and the sources behind it. */
export function denoListening(app: DenoApp, start: DenoStart): DenoListening {
  const sources = programSources(app, noBuild, start.entry?.value ?? null);
  const asNode: Start = { ...start, server: null, needsDevDependencies: false, warnings: [] };
  const read = portOf(app, asNode, sources, null);
  return {
    port: ownFlag(start) ?? read.port ?? usualPort(start, sources),
    variable: start.serves ? null : read.variable,
    handlesSigterm: firstMatch(sources, handler) ?? withSource(sigtermOf(asNode, sources, null)),
  };
}

/** `deno serve --port 8080`: the server is Deno's own, and reads no variable. */
function ownFlag({ serves: served, words, start }: DenoStart): Fact<number> | null {
  const port = portNumber(flagValue(words, ['--port']) ?? undefined);
  return served && start !== null && port !== null ? { value: port, source: start.source } : null;
}

function usualPort(
  { serves: served, start }: DenoStart,
  sources: readonly ProgramSource[],
): Fact<number> | null {
  if (served && start !== null) return { value: defaultPort, source: start.source };
  const serving = firstMatch(sources, serves);
  return serving && { value: defaultPort, source: serving.source };
}

function firstMatch(sources: readonly ProgramSource[], pattern: RegExp): Fact<boolean> | null {
  for (const { file, code } of sources) {
    const match = pattern.exec(code);
    if (match) return file.fact(true, match.index);
  }
  return null;
}

/** As process 1 Deno 2.9 ends on SIGTERM with a crash (status 139): it waits for the signal's default to end it, which no process 1 has. */
function withSource(handles: Fact<boolean>): Fact<boolean> {
  if (handles.value) return handles;
  return { value: false, source: 'default: Deno as process 1 crashes on SIGTERM, and no handler was found' };
}
