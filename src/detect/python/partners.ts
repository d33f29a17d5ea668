import { readCatalogue } from '../../read-catalogue.js';
import type { Requirement } from './requirement.js';
import { releaseBelow } from './release-below.js';

/** `catalogue/python-partners.json`: rows of `release specifier`, oldest first, each holds until the next. */
interface PartnerTable {
  readonly packages: Readonly<
    Record<string, { readonly requires: string; readonly rows: readonly string[] }>
  >;
}

/**
 * What the pinned requirements pin in turn: `pydantic==2.5.2` brings the pydantic-core of its time, which has no wheels
 * for a later Python. What the project pins itself is left to it.
 */
export function partnersOf(declared: readonly Requirement[]): Requirement[] {
  const { packages } = readCatalogue<PartnerTable>('python-partners.json');
  const names = new Set(declared.map(({ name }) => name));
  return declared.flatMap(({ name, specifier, source }) => {
    const partner = Object.hasOwn(packages, name) ? packages[name]! : null;
    if (partner === null || names.has(partner.requires)) return [];
    const row = partner.rows
      .map((text) => text.split(' '))
      .findLast(([release]) => releaseBelow(release!, specifier));
    return row === undefined
      ? []
      : [{ name: partner.requires, extras: [], specifier: row[1]!, fromGit: false, source }];
  });
}
