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

/** What only makes files anew while somebody writes them. */
const forDevelopment = /css|sass|tailwind|watch|types/i;

/** Which of several commands serves, from the surest: a server's name, no other's name, then `web`, which a front end is called too. */
const serving: readonly RegExp[] = [
  /\b(?:server|api|backend)\b/i,
  /^(?!.*(?:client|front|web|css|sass|tailwind|watch|types|jobs?|worker|queue|cron|schedul))/i,
  /\bweb\b/i,
];

/** What such a program runs, as one line of a shell, and what it runs beside that. */
export interface SeveralScripts {
  readonly line: string;
  readonly beside: readonly string[];
}

/**
 * `run-s build serve` is `npm run build && npm run serve`. Of commands side by side the one that
 * serves counts. Null for other programs. `scripts`: those of the manifest, for patterns (`start:*`).
 */
export function severalScripts(words: readonly string[], scripts: readonly string[]): SeveralScripts | null {
  const [runner = '', ...rest] = words;
  const order = Object.hasOwn(runners, runner) ? runners[runner] : undefined;
  if (order === undefined) return null;
  const named = rest.filter((word, at) => !word.startsWith('-') && !withValue.test(rest[at - 1] ?? ''));
  const lines = named.flatMap((word) =>
    runner === 'concurrently'
      ? meant(word, scripts)
      : matching(word, scripts).map((name) => `npm run ${name}`),
  );
  if (order === 'sequence' && !rest.some((word) => /^(?:-p|--parallel)$/.test(word)))
    return { line: lines.join(' && '), beside: [] };
  const line =
    serving.map((name) => lines.find((one) => name.test(one))).find((found) => found) ?? lines[0] ?? '';
  return { line, beside: lines.filter((other) => other !== line && !forDevelopment.test(other)) };
}

/** `start:*` are the scripts one level below, `start:**` all below. https://github.com/bcomnes/npm-run-all2/blob/master/docs/npm-run-all.md#glob-like-pattern-matching-for-script-names */
function matching(pattern: string, scripts: readonly string[]): readonly string[] {
  if (!pattern.includes('*')) return [pattern];
  const form = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^:]*')
    .replaceAll('\0', '.*');
  return scripts.filter((name) => new RegExp(`^${form}$`).test(name));
}

/** `npm:server` is `npm run server`. */
function meant(word: string, scripts: readonly string[]): string[] {
  const [, manager, pattern] = /^(npm|yarn|pnpm|bun):(\S+)$/.exec(word) ?? [];
  return manager === undefined || pattern === undefined
    ? [word]
    : matching(pattern, scripts).map((name) => `${manager} run ${name}`);
}
