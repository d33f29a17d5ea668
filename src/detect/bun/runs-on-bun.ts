import type { Fact } from '../../fact.js';
import { buildOf, type Build } from '../node/build.js';
import { frameworkOf } from '../node/framework.js';
import type { NodeApp } from '../node/node-app.js';
import { packageManager } from '../node/package-manager.js';
import { programOf } from '../node/program.js';
import { programSources } from '../node/program-sources.js';
import type { ResolvedCommand } from '../node/resolve-command.js';
import { developmentScripts, otherStartScripts, resolved, statedCommands } from '../node/start.js';
import { bunCommand, isFile } from './command.js';
import { compiled } from './compiled.js';
import { bunEntry } from './entry.js';

/** Bun's own modules and globals, that Node.js has not. https://bun.com/docs/runtime/bun-apis */
const bunApi =
  /\bBun\s*\.\s*(?:serve|file|write|env|listen|sql|redis|password|spawn|\$)|\bfrom\s*['"]bun(?::[\w/]+)?['"]|\bimport\(\s*['"]bun:/;

/** What says that Bun runs the app, and does not only install it; null: Node.js runs it. */
export function runsOnBun(app: NodeApp): Fact<string> | null {
  const found = frameworkOf(app);
  const build = buildOf(app, found);
  const program = compiled(app, build);
  if (program !== null) return { value: 'bun', source: program.entry.source };
  for (const command of statedCommands(app)) {
    if (startsBun(command)) return { value: 'bun', source: command.source };
    if (programOf(app, build, withoutBunRun(command.words))?.words[0] === 'node') return null;
  }
  // A framework that builds has a server, or pages, of its own: Bun only installs.
  if (found?.framework.builds === true) return null;
  for (const name of [...otherStartScripts, ...developmentScripts]) {
    const [command] = resolved(app, app.manifest.script(name));
    if (command && startsBun(command)) return { value: 'bun', source: command.source };
  }
  return packageManager(app).packageManager.value === 'bun' ? fromSources(app, build) : null;
}

function startsBun({ words }: ResolvedCommand): boolean {
  const command = bunCommand(words);
  return command !== null && (command.forced || isFile(command.target));
}

/** `bun run next start` runs what its first line asks for: Node.js. */
function withoutBunRun(words: readonly string[]): readonly string[] {
  const command = bunCommand(words);
  return command === null ? words : [command.target, ...command.args];
}

/** The entry uses what only Bun has, or is TypeScript that nothing builds and that is checked against Bun's types. */
function fromSources(app: NodeApp, build: Build): Fact<string> | null {
  const entry = bunEntry(app);
  if (entry === null) return null;
  for (const { file, code } of programSources(app, build, entry.value)) {
    const match = bunApi.exec(code);
    if (match) return file.fact('bun', match.index);
  }
  const types = typesOfBun(app);
  return types && build.output === null && /\.[cm]?tsx?$/.test(entry.value)
    ? { value: 'bun', source: types.source }
    : null;
}

function typesOfBun({ manifest }: NodeApp): Fact<string> | null {
  const names = ['@types/bun', 'bun-types'];
  return (
    names.map((name) => manifest.devDependency(name) ?? manifest.dependency(name)).find((fact) => fact) ??
    null
  );
}
