import { posix } from 'node:path';

/** What stands behind `bun` or `bun run` in a command that starts a program. */
export interface BunCommand {
  /** Bun's own flags that matter in production: `--smol`, `--preload ./setup.ts`. */
  readonly flags: readonly string[];
  /** A file of the app, or the name of a dependency's program. */
  readonly target: string;
  readonly args: readonly string[];
  /** `--bun`: dependencies' programs run in Bun too, though they ask for Node.js. */
  readonly forced: boolean;
}

/** Flags for development, and files of settings that no image holds. https://bun.com/docs/runtime */
const droppedFlags =
  /^(--watch|--hot|--no-clear-screen|--inspect(-brk|-wait)?|--env-file|--bun|-b|--silent|--if-present)(=.*)?$/;
/** Flags that take the next word as their value. */
const flagsWithValue =
  /^(-r|--preload|--require|--import|-c|--config|--cwd|--env-file|--tsconfig-override|--conditions|-d|--define|--port)$/;
/** Words of Bun that start nothing of the app's. */
const otherCommands =
  /^(test|build|install|i|add|a|remove|rm|update|outdated|link|unlink|publish|pm|init|create|c|upgrade|exec|repl|audit|info|patch|why)$/;

/** Hands a script's name on to members of the workspace: nothing of this app's own starts. https://bun.com/docs/pm/filter */
const forMembers = /^(?:--filter|-F|--workspaces)(?:=|$)/;

/** Reads `bun [flags] [run] [flags] target [args]`; null where the words start with another program, or nothing is started. */
export function bunCommand(words: readonly string[]): BunCommand | null {
  if (posix.basename(words[0] ?? '') !== 'bun') return null;
  const flags: string[] = [];
  let forced = false;
  let at = 1;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    if (word === 'run' && !words.slice(1, at).includes('run')) at += 1;
    else if (!word.startsWith('-')) break;
    else if (forMembers.test(word)) return null;
    else {
      const whole = flagsWithValue.test(word) ? words.slice(at, at + 2) : [word];
      if (!droppedFlags.test(word)) flags.push(...whole);
      forced ||= word === '--bun' || word === '-b';
      at += whole.length;
    }
  }
  const target = words[at];
  if (target === undefined || (at === 1 && otherCommands.test(target))) return null;
  return { flags, target, args: words.slice(at + 1), forced };
}

/** Is it a file of the app, and no dependency's program? */
export function isFile(target: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(target) || /^\.{0,2}\//.test(target) || target === '.';
}
