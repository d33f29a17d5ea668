/** Programs that run several commands, and whether they do so one after the other. */
const runners: Readonly<Record<string, 'sequence' | 'parallel'>> = {
  'run-s': 'sequence',
  'run-p': 'parallel',
  'npm-run-all': 'sequence',
  'npm-run-all2': 'sequence',
  concurrently: 'parallel',
};

/** Options of concurrently that take the next word. */
const withValue =
  /^(?:-n|--names|-c|--prefix-colors|-p|--prefix|-s|--success|-i|--handle-input-target|-m|--max-processes)$/;

/**
 * What such a program runs, as one line of a shell: `run-s build serve` is `npm run build && npm run serve`. Of
 * commands side by side the first that is no front end's counts. Null for other programs.
 */
export function severalScripts(words: readonly string[]): string | null {
  const [runner = '', ...rest] = words;
  const order = Object.hasOwn(runners, runner) ? runners[runner] : undefined;
  if (order === undefined) return null;
  const named = rest.filter((word, at) => !word.startsWith('-') && !withValue.test(rest[at - 1] ?? ''));
  const lines = named.map((word) => (runner === 'concurrently' ? spokenOut(word) : `npm run ${word}`));
  if (order === 'sequence' && !rest.some((word) => /^(?:-p|--parallel)$/.test(word)))
    return lines.join(' && ');
  return (
    lines.find((line) => !/client|front|web|css|sass|tailwind|watch|types/i.test(line)) ?? lines[0] ?? ''
  );
}

/** `npm:server` is `npm run server`. */
function spokenOut(word: string): string {
  return word.replace(/^(npm|yarn|pnpm|bun):(\S+)$/, '$1 run $2');
}
