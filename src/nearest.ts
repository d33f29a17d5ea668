/**
 * The candidate that was most likely meant by `word`, null where none is near: at most a third of the
 * letters may differ. Case is ignored; two letters that changed places count once.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = nearDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The edit distance, Infinity where it is more than a third of the longer word. */
function nearDistance(a: string, b: string): number {
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  // The lengths alone rule most pairs out, and keep an endless word from taking endless time.
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  const distance = editDistance(a, b);
  return distance > limit ? Infinity : distance;
}

/** Levenshtein's distance with swapped neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? beforeLast[column - 2]! + 1 : Infinity;
      current.push(Math.min(last[column]! + 1, current[column - 1]! + 1, replaced, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length]!;
}
