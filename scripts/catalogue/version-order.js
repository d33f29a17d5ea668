/** Compares versions number by number: negative where `a` is older. */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map(numbersOf);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The newest of versions, undefined of none. */
export function newest(versions) {
  return versions.toSorted(compareVersions).at(-1);
}

/** A year in place of a major version says nothing about what changes. */
export function sameMajor(a, b) {
  const [[left], [right]] = [a, b].map(numbersOf);
  return left === right || (left > 2000 && right > 2000);
}

function numbersOf(version) {
  return (version.match(/\d+/g) ?? []).map(Number);
}
