import type { Fact } from '../../fact.js';
import type { FoundFramework } from './framework.js';
import type { ProgramSource } from './program-sources.js';
import type { Start } from './start.js';

/** What a program says where it ends on SIGTERM: the process's own event, or a library that listens to it. */
const handlers: readonly RegExp[] = [
  /\bprocess\s*\.\s*(?:on|once|addListener|prependListener)\(\s*['"`]SIGTERM['"`]/,
  // ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, …))
  /['"`]SIGTERM['"`][\s\S]{0,300}?\bprocess\s*\.\s*(?:on|once|addListener)\(\s*\w+/,
  /\.enableShutdownHooks\(/,
  /\b(?:from\s*|import\s*\(?\s*|require\(\s*)['"](?:@godaddy\/terminus|http-graceful-shutdown|close-with-grace|fastify-graceful-shutdown|lightship|exit-hook|async-exit-hook|death|signal-exit|stopcock|@gquittet\/graceful-server|graceful-server|node-graceful-shutdown)['"]/,
  /\.listen\(\s*['"`]SIGTERM['"`]/,
];

/** Does the program, or the server that runs it, end on SIGTERM as process 1? Node.js alone ignores it there. */
export function sigtermOf(
  start: Start,
  sources: readonly ProgramSource[],
  found: FoundFramework | null,
): Fact<boolean> {
  for (const { file, code } of sources) {
    for (const handler of handlers) {
      const match = handler.exec(code);
      if (match) return file.fact(true, match.index);
    }
  }
  if (start.server)
    return { value: start.server.handlesSigterm, source: start.start?.source ?? 'package.json' };
  // A framework's server does so only where it is what starts: a custom server.js is the app's own.
  const served =
    found?.framework.output !== undefined && start.entry?.value.startsWith(found.framework.output) === true;
  if (found && served && found.framework.handlesSigterm) return { value: true, source: found.fact.source };
  return { value: false, source: 'default: Node.js as process 1 ignores SIGTERM, and no handler was found' };
}
