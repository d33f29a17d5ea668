import { readCatalogue } from '../../read-catalogue.js';

/** What a package with compiled code asks of the distribution: ids of `catalogue/system-packages.json`. */
interface CompiledPackage {
  /** Libraries and tools that it is built with, or that it opens when it runs. */
  readonly needs?: readonly string[];
  /** The same, but only for a release that is compiled. */
  readonly sourceNeeds?: readonly string[];
}

/** `catalogue/python-packages.json`, which says what each part means. */
export interface PythonPackages {
  readonly compiled: Readonly<Record<string, CompiledPackage>>;
  readonly unavailable: readonly string[];
  readonly optionallyCompiled: readonly string[];
  readonly libraryUsers: Readonly<Record<string, readonly string[]>>;
  readonly brings: Readonly<Record<string, readonly string[]>>;
}

export function pythonPackages(): PythonPackages {
  return readCatalogue('python-packages.json');
}

/** What a table says of a package; nothing where it has no row of its own. */
export function rowOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
