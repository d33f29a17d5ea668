import type { Readable, Writable } from 'node:stream';

/** Everything that a run of the bin touches beside the project: streams, environment, current folder. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** Can somebody be asked? Never read a standard input that is no terminal: an open pipe would hang the run. */
export function isInteractive({ stdin, stdout }: Pick<Io, 'stdin' | 'stdout'>): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}

export function printJson(io: Io, document: object): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/**
 * The process's own streams and environment, seen from a folder. A stream is made when it is first used, since
 * making one takes Node.js milliseconds that a quiet run has no use for.
 */
export function processIo(cwd: string): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return forgiving(process.stdout);
    },
    get stderr() {
      return forgiving(process.stderr);
    },
    env: process.env,
    cwd,
  };
}

/** Whoever reads may stop reading, as `head` does: that is no fault of ours. */
function forgiving<Stream extends Writable>(stream: Stream): Stream {
  return stream.listenerCount('error', endsBadly) === 0 ? stream.on('error', endsBadly) : stream;
}

function endsBadly({ code }: NodeJS.ErrnoException): void {
  if (code !== 'EPIPE') process.exitCode = 1;
}
