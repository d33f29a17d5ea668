import type { Fact } from '../fact.js';
import type { Parsed, ProjectFile } from './view.js';

/**
 * A parsed manifest. `offsetOf` gives the character index of the key at a path, null where it can't tell;
 * it is asked only when a fact is, since most manifests are read for one or two keys.
 */
export function parsed(
  file: ProjectFile,
  value: unknown,
  offsetOf: (keys: readonly string[]) => number | null,
): Parsed {
  function get(...keys: string[]): Fact<unknown> | null {
    const found = valueAt(value, keys);
    return found === undefined || found === null ? null : file.fact(found, offsetOf(keys) ?? undefined);
  }
  function string(...keys: string[]): Fact<string> | null {
    const found = valueAt(value, keys);
    return typeof found === 'string' ? file.fact(found, offsetOf(keys) ?? undefined) : null;
  }
  return { file, value, get, string };
}

/** The value at a path of own keys (indexes for lists); undefined where anything on the way is missing. */
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
