import { commandLine } from '../detect/shell-words.js';
import { asksForJson, parseFlags, type Command, type Invocation } from '../questions/parse-flags.js';
import { errorDocument, errorText, shownError } from '../show/error-text.js';
import { printJson, type Io } from './io.js';

/** Does what a command line asks for and returns the exit status. */
export type RunCommand = (invocation: Invocation, io: Io) => Promise<number>;

/** Each is loaded when it is run: help needs no engine. */
const commands: Readonly<Record<Command, () => Promise<RunCommand>>> = {
  generate: async () => (await import('./commands/generate.js')).generate,
  plan: async () => (await import('./commands/plan.js')).plan,
  images: async () => (await import('./commands/images.js')).images,
  help: async () => (await import('./commands/help.js')).help,
  version: async () => (await import('./commands/version.js')).version,
};

/** The bin, with everything it touches handed in. Never throws; the result is the process's exit status. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const invocation = parseFlags(argv);
    const run = await commands[invocation.command]();
    return await run(invocation, io);
  } catch (error) {
    return report(error, argv, io);
  }
}

function report(error: unknown, argv: readonly string[], io: Io): number {
  const shown = shownError(error);
  if (asksForJson(argv)) printJson(io, errorDocument(shown));
  else io.stderr.write(`${errorText(shown, commandLine(['npx', 'generator-baseimage', ...argv]))}\n`);
  if (shown.code === 'fault' && io.env['DEBUG'] && error instanceof Error)
    io.stderr.write(`${error.stack}\n`);
  return shown.exitStatus;
}
