import type { LanguagePart } from './context.js';

/** A titled part of the .dockerignore. */
export interface IgnoreGroup {
  readonly title: string;
  readonly patterns: readonly string[];
}

/** The language's own patterns, and exceptions for files that its install step copies. */
export function ignoreGroups({ ignore }: Pick<LanguagePart<unknown>, 'ignore'>): IgnoreGroup[] {
  return ignore.length === 0 ? [] : [{ title: 'Made by builds and tools', patterns: ignore }];
}
