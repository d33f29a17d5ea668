import { compareVersions } from './version-order.js';

/** The oldest release that a specifier admits (`6.0` of `>=6.0,<7`, of `==6.0.*`), null where it has no lower bound. */
export function releaseFloor(specifier: string): string | null {
  const floors = specifier.split(',').flatMap((clause) => {
    const found = /^\s*\(?\s*(?:===?|~=|>=|>|\^|~)\s*v?(?<release>\d+(?:\.\d+)*)/.exec(clause);
    return found?.groups?.['release'] ?? [];
  });
  return floors.toSorted(compareVersions).at(-1) ?? null;
}
