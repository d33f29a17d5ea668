import type { ProgramSource } from './program-sources.js';
import type { Unserved } from './unserved.js';

/** What a module offers to others. */
const exports = /^(?:module\.exports|exports\.\w+)\s*=|^export\b/m;

/** What a program does when it is loaded: listen, connect, run on. */
const acts =
  /\.(?:listen|login|launch|start|connect|run|bootstrap|lift|init|fire|handle|parse|parseAsync|subscribe|consume|process|schedule|on)\(|\b(?:serve|createServer|createAdaptorServer|startStandaloneServer|setInterval|main|run|start|bootstrap|init|boot)\(|\brequire\.main\b|\bimport\.meta\.(?:main|url)\b|\bprocess\.(?:argv|stdin)\b|^await\b/m;

/**
 * Of what nobody said how to start: is it something that would end as soon as it is loaded (a library, functions
 * that a platform calls, an app without a server)? `sources`: the file that would be started and what it imports, nearest first.
 */
export function onlyExports(sources: readonly ProgramSource[]): Unserved | null {
  const entry = sources[0];
  const match = entry && exports.exec(entry.code);
  if (!entry || !match || sources.some(({ code }) => acts.test(code))) return null;
  return {
    reason: `${entry.file.fact('', match.index).source}: this file only exports; nothing in it or behind it listens or runs, so a container would end at once`,
    hint: 'name the command of a program with --start, or add a start script to package.json',
  };
}
