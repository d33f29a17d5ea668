import { readCatalogue } from '../../read-catalogue.js';
import { releaseBelow } from './release-below.js';

/**
 * The newest Python, as a minor (14 for 3.14), that a release has wheels for on Linux; Infinity where one wheel
 * serves all, 0 where there is none.
 */
export interface WheelReach {
  readonly glibc: number;
  readonly musl: number;
}

/** `catalogue/python-wheels.json`: rows of `release glibc musl`, oldest first, each holds until the next. */
interface WheelTable {
  /** What the newest releases of most packages serve: `3.14`. */
  readonly current: string;
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

/** Reads the table only when a package is looked up. */
function table(): WheelTable {
  return readCatalogue('python-wheels.json');
}

/** The Python that nearly every package has wheels for: that an old one has them too is no news. */
export function currentPython(): number {
  return minorIn(table().current);
}

/** The oldest Python that can be had: wheels for older ones alone are no use. */
export function oldestPython(): number {
  const { versions } = readCatalogue<{ versions: readonly { cycle: string }[] }>('languages/python.json');
  return Math.min(...versions.map(({ cycle }) => minorIn(cycle)));
}

/**
 * The wheels of the newest release that a version specifier (`==2.1.3`, `<2`, empty) admits; null for a package
 * without compiled code, or one that the table doesn't know.
 */
export function wheelReach(name: string, specifier: string): WheelReach | null {
  const { packages } = table();
  if (!Object.hasOwn(packages, name)) return null;
  const rows = packages[name]!.map((row) => row.split(' '));
  const [, glibc, musl] = rows.findLast(([release]) => releaseBelow(release!, specifier)) ?? rows[0]!;
  return { glibc: minorIn(glibc!), musl: minorIn(musl!) };
}

function minorIn(column: string): number {
  if (column === 'any') return Infinity;
  return column === '-' ? 0 : Number(column.slice('3.'.length));
}
