import { loadSystemPackages, type BaseEntry } from './catalogue.js';

/** The packages of one distribution that hold a library or a tool. */
export interface DistributionPackages {
  /** Headers and tools that only compiling needs. */
  readonly build: readonly string[];
  readonly run: readonly string[];
}

/** A library or a tool as each distribution has it; null where it has none. `ubuntu` only where it differs from Debian. */
export interface SystemPackage {
  /** For people: `PostgreSQL's client library`. */
  readonly title: string;
  readonly debian: DistributionPackages | null;
  readonly ubuntu?: DistributionPackages | null;
  readonly alpine: DistributionPackages | null;
  readonly redhat: DistributionPackages | null;
  readonly wolfi: DistributionPackages | null;
}

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
