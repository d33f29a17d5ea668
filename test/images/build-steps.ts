/** A step of a build as `--progress=plain` tells it. */
export interface BuildStep {
  /** `[build 4/6] RUN go mod download`. */
  readonly title: string;
  readonly cached: boolean;
}

/** The steps that do something, in the order in which they were started. A FROM is never said to be cached. */
export function buildSteps(log: string): BuildStep[] {
  const titles = new Map<string, string>();
  const cached = new Set<string>();
  for (const line of log.split('\n')) {
    const said = /^#(?<number>\d+) (?<text>.*)$/.exec(line)?.groups;
    if (said === undefined) continue;
    const { number = '', text = '' } = said;
    if (text === 'CACHED') cached.add(number);
    else if (/^\[[^\]]*\d+\/\d+\] (?!FROM )/.test(text)) titles.set(number, text);
  }
  return [...titles].map(([number, title]) => ({ title, cached: cached.has(number) }));
}
