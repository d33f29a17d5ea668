import { posix } from 'node:path';

/** A command that starts a program: `deno run`, `deno serve`. */
export interface DenoCommand {
  readonly verb: 'run' | 'serve';
  /** Permissions, and what else matters in production: `--allow-net`, `--unstable-kv`. */
  readonly flags: readonly string[];
  /** A file of the app, or a specifier: `npm:vite`. */
  readonly target: string;
  readonly args: readonly string[];
}

/** Flags for development, files of settings that no image holds, and what the image sets itself. https://docs.deno.com/runtime/reference/cli/run/ */
const droppedFlags =
  /^(--watch|--watch-hmr|--watch-exclude|--no-clear-screen|--inspect|--inspect-brk|--inspect-wait|--env|--env-file|--reload|-r|--check|--frozen|--frozen-lockfile|--cached-only|--no-lock|--quiet|-q|--unstable)(=.*)?$/;
/** Flags that take the next word as their value; the others take it after `=`. */
const flagsWithValue = /^(-c|--config|--import-map|--lock|--cert|--location|--seed|--preload|--port|--host)$/;

/** Flags that give permissions. https://docs.deno.com/runtime/fundamentals/security/ */
const permission = /^(-A|--allow-\S+|-[RWNES]+|-P|--permission-set)(=.*)?$/;

/** Reads `deno [run|serve] [flags] target [args]`; null where nothing is started. */
export function denoCommand(words: readonly string[]): DenoCommand | null {
  if (posix.basename(words[0] ?? '') !== 'deno') return null;
  const before = flagsAt(words, 1);
  const verb = words[before.end];
  const stated = verb === 'run' || verb === 'serve';
  const after = stated ? flagsAt(words, before.end + 1) : { flags: [], end: before.end };
  const target = words[after.end];
  // `deno main.ts` is short for `deno run main.ts`; other words are other commands.
  if (target === undefined || (!stated && after.end === 1 && !/[./:]/.test(target))) return null;
  return {
    verb: verb === 'serve' ? 'serve' : 'run',
    flags: [...before.flags, ...after.flags],
    target,
    args: words.slice(after.end + 1),
  };
}

/** The flags from here on, and where the next other word stands: some stand before the verb. */
function flagsAt(words: readonly string[], start: number): { flags: string[]; end: number } {
  const flags: string[] = [];
  let end = start;
  for (let word = words[end]; word?.startsWith('-'); word = words[end]) {
    const whole = flagsWithValue.test(word) ? words.slice(end, end + 2) : [word];
    if (!droppedFlags.test(word)) flags.push(...whole);
    end += whole.length;
  }
  return { flags, end };
}

/** Is a program that asks for permissions as it goes started here? Nobody answers in a container. */
export function hasPermissions({ flags }: DenoCommand): boolean {
  return flags.some((flag) => permission.test(flag));
}

/** Does the command watch its files? */
export function watches(words: readonly string[]): boolean {
  return words.some((word) => word.startsWith('--watch'));
}
