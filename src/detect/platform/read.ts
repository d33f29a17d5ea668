import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { Parsed, ProjectView } from '../../project/view.js';
import { portNumber } from '../listening.js';

/**
 * A platform's file, parsed; null where it can't be: it may be a template that only its platform fills in, and says nothing that the
 * project itself would not.
 */
export function platformDocument(
  project: ProjectView,
  format: 'json' | 'toml' | 'yaml',
  ...paths: readonly string[]
): Parsed | null {
  const path = paths.find((name) => project.has(name));
  if (path === undefined) return null;
  try {
    return project[format](path);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** A list of objects, each with the keys that lead to it. */
export function entries(file: Parsed, ...keys: string[]): string[][] {
  const list = file.get(...keys)?.value;
  return Array.isArray(list) ? list.map((_, at) => [...keys, String(at)]) : [];
}

/** Texts of a list, or of the values of a table where its keys don't matter. */
export function texts(file: Parsed, ...keys: string[]): Fact<string>[] {
  return entries(file, ...keys).flatMap((at) => file.string(...at) ?? []);
}

/** A table of names and texts or numbers. */
export function variables(file: Parsed, ...keys: string[]): ReadonlyMap<string, Fact<string>> {
  const table = file.get(...keys)?.value;
  const names =
    typeof table === 'object' && table !== null && !Array.isArray(table) ? Object.keys(table) : [];
  return new Map(
    names.flatMap((name) => {
      const fact = text(file, ...keys, name);
      return fact === null ? [] : [[name, fact] as const];
    }),
  );
}

/** A list of `{ name, value }` or `{ key, value }`. */
export function namedValues(file: Parsed, ...keys: string[]): ReadonlyMap<string, Fact<string>> {
  return new Map(
    entries(file, ...keys).flatMap((at) => {
      const name = file.string(...at, 'name') ?? file.string(...at, 'key');
      const value = text(file, ...at, 'value');
      return name === null || value === null ? [] : [[name.value, value] as const];
    }),
  );
}

/** A text, or a number as one would type it. */
export function text(file: Parsed, ...keys: string[]): Fact<string> | null {
  const fact = file.get(...keys);
  if (fact === null || (typeof fact.value !== 'string' && typeof fact.value !== 'number')) return null;
  return { value: String(fact.value), source: fact.source };
}

/** A port that a container can publish. */
export function port(file: Parsed, ...keys: string[]): Fact<number> | null {
  const fact = text(file, ...keys);
  const number = portNumber(fact?.value);
  return fact === null || number === null ? null : { value: number, source: fact.source };
}
