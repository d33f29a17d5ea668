import { setTimeout as pause } from 'node:timers/promises';
import { docker, lastLines, run } from './engine.js';
import { get } from './get.js';

/** A started container that answers at `url`. */
export interface Container {
  readonly id: string;
  readonly url: string;
}

/** What a careful cluster gives a container: nothing that it did not ask for. */
export const hardened = [
  '--read-only',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--tmpfs=/tmp',
] as const;

/** Starts an image, waits until it answers, and removes it when `use` is done. */
export async function withContainer<T>(
  image: string,
  { port, flags }: { port: number; flags: readonly string[] },
  use: (container: Container) => Promise<T>,
): Promise<T> {
  const id = await docker('run', '--detach', `--publish=127.0.0.1::${port}`, ...flags, image);
  try {
    const address = (await docker('port', id, String(port))).split('\n')[0];
    const url = `http://${address}`;
    await untilItAnswers(id, url);
    return await use({ id, url });
  } finally {
    await run(['docker', 'rm', '--force', id]);
  }
}

/** Twenty seconds are more than any of these apps needs. */
async function untilItAnswers(id: string, url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await answers(url)) return;
    const running = await docker('inspect', '--format={{.State.Running}}', id);
    if (running !== 'true') throw new Error(`the container ended\n${await logsOf(id)}`);
    await pause(100);
  }
  throw new Error(`no answer in 20 seconds\n${await logsOf(id)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await get(url)).status === 200;
  } catch {
    return false;
  }
}

async function logsOf(id: string): Promise<string> {
  return lastLines((await run(['docker', 'logs', id])).log);
}
