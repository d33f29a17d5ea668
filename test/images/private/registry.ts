import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { docker } from '../engine.js';
import { get } from '../get.js';

/** What opens a registry. Letters and digits alone, so that nothing writes it in another way. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** What some take in place of both. */
  readonly token: string;
}

/** A registry on this machine that answers nobody without a password. */
export interface Registry {
  /** As builds and this machine reach it, without a slash at the end: `http://172.17.0.1:40123`. */
  readonly url: string;
  readonly credentials: Credentials;
  /** The private package that it holds answers with this. Another one each time, so that no cache has it. */
  readonly greeting: string;
  stop(): void;
}

/** What can't be had here, in the words of a test that is skipped. */
export class Unavailable extends Error {}

export function newCredentials(): Credentials {
  const random = () => randomBytes(18).toString('hex');
  return { user: 'builder', password: random(), token: random() };
}

export function newGreeting(): string {
  return `private ${randomBytes(9).toString('hex')}`;
}

/** Where builds reach this machine. Throws Unavailable where the engine runs on another one. */
export async function addressForBuilds(): Promise<string> {
  const address = await docker('network', 'inspect', 'bridge', '--format={{(index .IPAM.Config 0).Gateway}}');
  await freePort(address);
  return address;
}

/** A port that nobody listens on. */
export async function freePort(address: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', ({ message }) =>
      reject(new Unavailable(`builds can't reach this machine: ${message}`)),
    );
    server.listen(0, address, () => {
      const listening = server.address();
      const port = typeof listening === 'object' && listening !== null ? listening.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server and waits until it answers anything. It ends with this process at the latest. */
export async function startServer(
  command: readonly string[],
  folder: string,
  url: string,
): Promise<() => void> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.on('error', ({ message }) => (said += message));
  const stop = () => {
    process.off('exit', stop);
    child.kill();
  };
  process.once('exit', stop);
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) break;
    if (await answersAnything(url)) return stop;
    await pause(200);
  }
  stop();
  throw new Error(`${command.join(' ')} does not answer at ${url}\n${said}`);
}

async function answersAnything(url: string): Promise<boolean> {
  try {
    await get(url);
    return true;
  } catch {
    return false;
  }
}
