import { readCatalogue } from '../../read-catalogue.js';
import { releaseBelow } from './release-below.js';
import { compareVersions } from './version-order.js';

/** `catalogue/python-frameworks.json`: rows of `release python`, oldest first, each holds until the next. */
interface SupportTable {
  readonly newest: Readonly<Record<string, readonly string[]>>;
  readonly oldest: Readonly<Record<string, readonly string[]>>;
}

/**
 * The newest Python, as a minor (14 for 3.14), that the newest release which a version specifier admits works with; Infinity for a
 * release without a limit, null for a package that the table doesn't know.
 */
export function newestSupported(name: string, specifier: string): number | null {
  const rows = rowsOf('newest', name);
  if (rows.length === 0) return null;
  const [, newest] = rows.findLast(([release]) => releaseBelow(release!, specifier)) ?? rows[0]!;
  return newest === 'any' ? Infinity : Number(newest!.slice('3.'.length));
}

/** The oldest Python (`3.12`) that a release can be installed with, null where the table knows none. */
export function oldestSupported(name: string, release: string): string | null {
  const row = rowsOf('oldest', name).findLast(([since]) => compareVersions(since!, release) <= 0);
  return row?.[1] ?? null;
}

function rowsOf(bound: 'newest' | 'oldest', name: string): string[][] {
  const table = readCatalogue<SupportTable>('python-frameworks.json')[bound];
  return Object.hasOwn(table, name) ? table[name]!.map((row) => row.split(' ')) : [];
}
