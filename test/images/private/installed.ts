import { lastLines, run } from '../engine.js';
import { Unavailable } from './registry.js';

/** Installs what a test needs from a public registry. Throws Unavailable where that is not reached. */
export async function installed(command: readonly string[], folder: string): Promise<void> {
  const { status, log } = await run(command, { cwd: folder });
  if (status !== 0) throw new Unavailable(`${command.join(' ')}: ${lastLines(log).split('\n').at(-1)}`);
}
