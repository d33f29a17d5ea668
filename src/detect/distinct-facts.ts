import type { Fact } from '../fact.js';

/** Each value once, with the first place that names it. */
export function distinctFacts<T>(facts: readonly Fact<T>[]): Fact<T>[] {
  const first = new Map<T, Fact<T>>();
  for (const fact of facts) if (!first.has(fact.value)) first.set(fact.value, fact);
  return [...first.values()];
}
