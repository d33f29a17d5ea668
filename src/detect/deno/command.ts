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
  /^(--watch|--watch-hmr|--watch-exclude|--no-clear-screen|--inspect|--inspect-brk|--inspect-wait|--env|--env-file|--reload|-r|--check|--frozen|--frozen-lockfile|--cached-only|--no-lock|--quiet|-q)(=.*)?$/;
/** Flags that take the next word as their value; the others take it after `=`. */
const flagsWithValue = /^(-c|--config|--import-map|--lock|--cert|--location|--seed|--preload|--port|--host)$/;

/** Flags that give permissions. https://docs.deno.com/runtime/fundamentals/security/ */
const permission = /^(-A|--allow-\S+|-[RWNES]+|-P|--permission-set)(=.*)?$/;

/** Reads `deno [run|serve] [flags] target [args]`; null where nothing is started. */
export function denoCommand(words: readonly string[]): DenoCommand | null {
  if (posix.basename(words[0] ?? '') !== 'deno') return null;
  const verb = words[1] === 'serve' ? 'serve' : 'run';
  const flags: string[] = [];
  let at = words[1] === 'run' || words[1] === 'serve' ? 2 : 1;
  for (let word = words[at]; word?.startsWith('-'); word = words[at]) {
    const whole = flagsWithValue.test(word) ? words.slice(at, at + 2) : [word];
    if (!droppedFlags.test(word)) flags.push(...whole);
    at += whole.length;
  }
  const target = words[at];
  // `deno main.ts` is short for `deno run main.ts`; other words are other commands.
  if (target === undefined || (at === 1 && !/[./:]/.test(target))) return null;
  return { verb, flags, target, args: words.slice(at + 1) };
}

/** Is a program that asks for permissions as it goes started here? Nobody answers in a container. */
export function hasPermissions({ flags }: DenoCommand): boolean {
  return flags.some((flag) => permission.test(flag));
}

/** Does the command watch its files? */
export function watches(words: readonly string[]): boolean {
  return words.some((word) => word.startsWith('--watch'));
}
