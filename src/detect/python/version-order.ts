/** The numbers of a version's release part: `3.12.1rc1` is 3, 12, 1. */
export function releaseNumbers(version: string): number[] {
  const release = /^[vV]?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(version.trim())?.[1] ?? '';
  return release === '' ? [] : release.split('.').map(Number);
}

/** Negative where `a` is older than `b`, by release numbers alone. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [releaseNumbers(a), releaseNumbers(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Can a release of this minor version (`3.12`) meet the constraint (`>=3.10,<4`, `^3.11`)? What can't be read allows everything. */
export function allowsMinor(constraint: string, minor: string): boolean {
  return constraint.split(/[,\s]+(?=[<>=!~^\d])/).every((part) => {
    const found = /^\s*(>=|<=|==|!=|~=|>|<|\^|~)?\s*(\d+(?:\.\d+)*)/.exec(part);
    if (!found) return true;
    const [, operator = '==', version] = found;
    const short = releaseNumbers(version!).slice(0, 2).join('.');
    const order = compareVersions(minor, short);
    const sameMajor = releaseNumbers(minor)[0] === releaseNumbers(version!)[0];
    switch (operator) {
      case '>=':
        return order >= 0;
      case '>':
        return order > 0 || (order === 0 && releaseNumbers(version!).length > 2);
      case '<=':
        return order <= 0;
      case '<':
        return order < 0 || (order === 0 && (releaseNumbers(version!)[2] ?? 0) > 0);
      case '^':
        return order >= 0 && sameMajor;
      case '~=':
        return order >= 0 && sameMajor && (order === 0 || releaseNumbers(version!).length === 2);
      case '!=':
        return true;
      default:
        return order === 0 || (sameMajor && releaseNumbers(version!).length === 1);
    }
  });
}
