import { compareVersions, releaseNumbers } from './version-order.js';

/** Does a specifier admit releases from this one on, as far as its upper bounds say? Lower bounds and exclusions are another matter. */
export function releaseBelow(release: string, specifier: string): boolean {
  return specifier
    .split(',')
    .flatMap((clause) => ceiling(clause) ?? [])
    .every(({ version, itself }) => {
      const order = compareVersions(release, version);
      return order < 0 || (itself && order === 0);
    });
}

interface Ceiling {
  readonly version: string;
  /** Is the version itself admitted? */
  readonly itself: boolean;
}

/** https://packaging.python.org/en/latest/specifications/version-specifiers/, and Poetry's `^` and `~`. */
function ceiling(clause: string): Ceiling | null {
  const found = /^\s*\(?\s*(===?|~=|<=|<|\^|~)\s*v?(\d+(?:\.\d+)*)(\.\*)?/.exec(clause);
  if (found === null) return null;
  const [, operator, version, wild] = found;
  const parts = releaseNumbers(version!);
  switch (operator) {
    case '<':
      return { version: version!, itself: false };
    case '~=':
      return { version: raised(parts, Math.max(0, parts.length - 2)), itself: false };
    case '^':
      return {
        version: raised(
          parts,
          Math.max(
            0,
            parts.findIndex((part) => part > 0),
          ),
        ),
        itself: false,
      };
    case '~':
      return { version: raised(parts, Math.min(1, parts.length - 1)), itself: false };
    default:
      return wild === undefined
        ? { version: version!, itself: true }
        : { version: raised(parts, parts.length - 1), itself: false };
  }
}

/** The first release after all that share the numbers up to this place: 1.4.2 at place 1 gives 1.5. */
function raised(parts: readonly number[], place: number): string {
  return [...parts.slice(0, place), (parts[place] ?? 0) + 1].join('.');
}
