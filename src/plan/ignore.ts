import type { LanguagePart } from './context.js';
import type { IgnoreGroup } from './plan.js';

/** The language's own patterns, and exceptions for files that its install step copies. */
export function ignoreGroups({ ignore }: Pick<LanguagePart<unknown>, 'ignore'>): IgnoreGroup[] {
  return ignore.length === 0 ? [] : [{ title: 'Made by builds and tools', patterns: ignore }];
}
