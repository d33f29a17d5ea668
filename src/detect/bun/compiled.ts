import type { Fact } from '../../fact.js';
import type { Build } from '../node/build.js';
import type { NodeApp } from '../node/node-app.js';
import { shellCommands } from '../shell-words.js';
import { plain } from '../node/typescript.js';

/** A program that `bun build --compile` makes of sources and Bun itself. https://bun.com/docs/bundler/executables */
export interface Compiled {
  /** What it is made of. */
  readonly entry: Fact<string>;
  /** The file that it becomes. */
  readonly output: string;
}

/** Flags that take the next word as their value. */
const flagsWithValue = /^--(?:outfile|outdir|target|external|define|format|sourcemap|minify-\w+)$/;

/** What the build script compiles; null where it compiles nothing. */
export function compiled(app: NodeApp, { script }: Build): Compiled | null {
  const written = script && app.manifest.script(script.value);
  if (!written) return null;
  for (const { words } of shellCommands(written.value)) {
    if (words[0] !== 'bun' || words[1] !== 'build' || !words.includes('--compile')) continue;
    const args = words.slice(2);
    const entry = args.find((word, at) => !word.startsWith('-') && !flagsWithValue.test(args[at - 1] ?? ''));
    if (entry === undefined) continue;
    return { entry: { value: plain(entry), source: written.source }, output: plain(outputOf(args, entry)) };
  }
  return null;
}

function outputOf(args: readonly string[], entry: string): string {
  const at = args.indexOf('--outfile');
  const stated = args.find((word) => word.startsWith('--outfile='))?.slice('--outfile='.length);
  return stated ?? (at < 0 ? entry.replace(/^.*\/|\.[cm]?[jt]sx?$/g, '') : (args[at + 1] ?? ''));
}
