import { readCatalogue } from '../../read-catalogue.js';
import { releaseBelow } from './release-below.js';

/** `catalogue/python-frameworks.json`: rows of `release newest`, oldest first, each holds until the next. */
interface SupportTable {
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

/**
 * The newest Python, as a minor (14 for 3.14), that the newest release which a version specifier admits works with; Infinity for a
 * release without a limit, null for a package that the table doesn't know.
 */
export function newestSupported(name: string, specifier: string): number | null {
  const { packages } = readCatalogue<SupportTable>('python-frameworks.json');
  if (!Object.hasOwn(packages, name)) return null;
  const rows = packages[name]!.map((row) => row.split(' '));
  const [, newest] = rows.findLast(([release]) => releaseBelow(release!, specifier)) ?? rows[0]!;
  return newest === 'any' ? Infinity : Number(newest!.slice('3.'.length));
}
