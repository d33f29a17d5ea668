import type { Fact } from '../../fact.js';
import type { Build } from '../node/build.js';
import type { FoundFramework } from '../node/framework.js';
import type { NodeApp } from '../node/node-app.js';
import { programSources, type ProgramSource } from '../node/program-sources.js';
import { runningFrom, type Running } from '../node/running.js';
import type { Start } from '../node/start.js';

/** `Bun.serve({ … })`, `serve({ … })` of the module `bun`, an object with `fetch` that the entry exports. https://bun.com/docs/runtime/http/server */
const serves = /\bBun\s*\.\s*serve\s*\(|\bserve\s*\(\s*\{|\bexport\s+default\b/;

/** What Bun serves on where nothing says otherwise. */
const defaultPort = 3000;

/** The program as it runs: Node's reading of it, with what Bun does by itself. */
export function bunRunning(app: NodeApp, build: Build, found: FoundFramework | null, start: Start): Running {
  const running = runningFrom(app, build, found, start);
  const sources = programSources(app, build, start.entry?.value ?? null);
  return { ...running, ...listening(running, found, servedIn(sources)), handlesSigterm: sigterm(running) };
}

/** Bun reads PORT by itself where the program names no port. */
function listening(running: Running, found: FoundFramework | null, serving: Fact<true> | null) {
  const { port, variable } = running;
  const stated = port !== null && port.source !== found?.fact.source;
  if (serving === null || stated) return { port, variable };
  return {
    port: port ?? { value: defaultPort, source: serving.source },
    variable: variable ?? { value: 'PORT', source: serving.source },
  };
}

function servedIn(sources: readonly ProgramSource[]): Fact<true> | null {
  for (const { file, code } of sources) {
    const match = serves.exec(code);
    if (match) return file.fact(true, match.index);
  }
  return null;
}

function sigterm({ handlesSigterm }: Running): Fact<boolean> {
  if (handlesSigterm.value) return handlesSigterm;
  return { value: false, source: 'default: Bun as process 1 ignores SIGTERM, and no handler was found' };
}
