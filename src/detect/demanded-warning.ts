import type { Fact, Warning } from '../fact.js';

/** What the app can't do without has to be given when the container starts. */
export function demandedWarnings(demanded: readonly Fact<string>[]): Warning[] {
  const [first] = demanded;
  if (first === undefined) return [];
  return [
    {
      code: 'BI176',
      message: `the app needs ${demanded.map(({ value }) => value).join(', ')} in its environment when the container starts`,
      source: first.source,
    },
  ];
}
