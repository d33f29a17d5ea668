import { spawn } from 'node:child_process';

/** What a command said and how it ended. */
export interface Ran {
  readonly status: number;
  /** Standard output. */
  readonly out: string;
  /** Standard output and standard error in the order in which they came. */
  readonly log: string;
  readonly seconds: number;
}

/** A command that had to work did not: the message ends with what it said last. */
export class CommandFailed extends Error {
  constructor(command: readonly string[], { status, log }: Ran) {
    super(`${command.join(' ')}: exit ${status}\n${lastLines(log)}`);
    this.name = 'CommandFailed';
  }
}

/** The last 30 lines, where the reason stands. */
export function lastLines(log: string): string {
  return log.trimEnd().split('\n').slice(-30).join('\n');
}

/** Runs a command to its end, whatever that is. */
export async function run(
  command: readonly string[],
  options: { cwd?: string; input?: string | Buffer } = {},
): Promise<Ran> {
  const [program = '', ...args] = command;
  const started = performance.now();
  const child = spawn(program, args, { cwd: options.cwd, stdio: 'pipe' });
  let out = '';
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => ((out += text), (log += text)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.stdin.on('error', () => {}).end(options.input ?? '');
  const status = await new Promise<number>((resolve) => {
    child.on('error', ({ message }) => ((log += message), resolve(127)));
    child.on('close', (code) => resolve(code ?? 128));
  });
  return { status, out, log, seconds: (performance.now() - started) / 1000 };
}

/** Runs a command that has to work. Throws CommandFailed. */
export async function must(
  command: readonly string[],
  options: { cwd?: string; input?: string | Buffer } = {},
): Promise<Ran> {
  const ran = await run(command, options);
  if (ran.status !== 0) throw new CommandFailed(command, ran);
  return ran;
}

/** What an image is built from, absolute: the build context and the Dockerfile. */
export interface Built {
  readonly folder: string;
  readonly dockerfile: string;
}

/** `docker ARGS`, which has to work; what it prints. */
export async function docker(...args: string[]): Promise<string> {
  return (await must(['docker', ...args])).out.trim();
}

/** Why there is no engine to build with; null where there is one. */
export async function missingEngine(): Promise<string | null> {
  const { status, log } = await run(['docker', 'version', '--format', '{{.Server.Version}}']);
  return status === 0 ? null : `no container engine: ${lastLines(log)}`;
}

/**
 * `IMAGE_BUILD` with its arguments, `docker build` by default: another command with the same arguments serves where
 * base images come from elsewhere.
 */
export function buildCommand(): string[] {
  return (process.env['IMAGE_BUILD'] || 'docker build').trim().split(/\s+/);
}

/** Builds the folder's Dockerfile. Throws CommandFailed. */
export async function build(folder: string, ...options: string[]): Promise<Ran> {
  return await must([...buildCommand(), '--progress=plain', ...options, folder]);
}

/** The same for a Dockerfile that need not be at the root of the build context. */
export async function buildFrom({ folder, dockerfile }: Built, ...options: string[]): Promise<Ran> {
  return await build(folder, `--file=${dockerfile}`, ...options);
}

/** Removes what was made, and forgets layers that nobody has used for two hours. */
export async function removeImages(tags: readonly string[]): Promise<void> {
  await run(['docker', 'image', 'rm', '--force', ...tags]);
}

export async function pruneBuildCache(): Promise<void> {
  await run(['docker', 'builder', 'prune', '--force', '--filter', 'until=2h']);
}
