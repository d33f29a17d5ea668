import { nearest } from '../nearest.js';

/** `did you mean alpine?`, as a line to add to a hint, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const match = nearest(word, candidates);
  return match === null ? '' : `\ndid you mean ${match}?`;
}
