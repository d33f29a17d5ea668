import {
  loadSystemPackages,
  type BaseEntry,
  type DistributionPackages,
  type SystemPackage,
} from './catalogue.js';

/** What to install for `libpq` on a base's distribution, null where that has nothing. Throws on an id that the catalogue lacks. */
export function distributionPackages(
  id: string,
  { distribution }: Pick<BaseEntry, 'distribution'>,
): DistributionPackages | null {
  const found = systemPackage(id);
  if (distribution === null) return null;
  // Ubuntu's names are Debian's, but for a few.
  return distribution === 'ubuntu' && found.ubuntu === undefined
    ? found.debian
    : (found[distribution] ?? null);
}

export function systemPackage(id: string): SystemPackage {
  const found = loadSystemPackages().packages[id];
  if (found === undefined) throw new Error(`catalogue/system-packages.json has no ${id}`);
  return found;
}
