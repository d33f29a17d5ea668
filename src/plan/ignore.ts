import type { LanguagePart } from './context.js';
import type { IgnoreGroup } from './plan.js';

/** The language's own patterns, and exceptions for files that its install step copies. */
export function ignoreGroups({
  ignore,
  needed,
}: Pick<LanguagePart<unknown>, 'ignore' | 'needed'>): IgnoreGroup[] {
  const groups = [
    { title: 'Made by builds and tools', patterns: ignore },
    { title: 'Needed by the build all the same', patterns: needed.map((path) => `!${path}`) },
  ];
  return groups.filter(({ patterns }) => patterns.length > 0);
}
