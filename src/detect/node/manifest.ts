import { posix } from 'node:path';
import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import { valueAt } from '../../project/parsed.js';
import type { Parsed, ProjectView } from '../../project/view.js';

/**
 * package.json as detectors ask for it. What isn't of the type that npm documents counts as absent.
 * https://docs.npmjs.com/cli/configuring-npm/package-json
 */
export interface Manifest {
  /** False where the app has no package.json: everything else is empty then. */
  readonly exists: boolean;
  /** The app's folder, from the project's root. */
  readonly folder: string;
  /** A string that is not blank, by the path of its keys. */
  string(...keys: string[]): Fact<string> | null;
  /** Any value that is not null. */
  get(...keys: string[]): Fact<unknown> | null;
  script(name: string): Fact<string> | null;
  /** All scripts by name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The range of a dependency that a production install brings: `dependencies`, `optionalDependencies`. */
  dependency(name: string): Fact<string> | null;
  devDependency(name: string): Fact<string> | null;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

const productionLists = ['dependencies', 'optionalDependencies'];

/** Throws InputError where package.json is broken or holds no object. */
export function readManifest(project: ProjectView): Manifest {
  const file = project.json('package.json');
  if (file && !isObject(file.value)) {
    throw new InputError(
      'broken-manifest',
      `${file.file.path}:1: an object is expected`,
      'see `npm help package.json`',
    );
  }
  return {
    exists: file !== null,
    folder: file === null ? '' : posix.dirname(file.file.path),
    string: (...keys) => spoken(file?.string(...keys) ?? null),
    get: (...keys) => file?.get(...keys) ?? null,
    script: (name) => spoken(file?.string('scripts', name) ?? null),
    scripts: scriptsOf(file),
    dependency: (name) => rangeOf(file, productionLists, name),
    devDependency: (name) => rangeOf(file, ['devDependencies'], name),
    dependencies: productionLists.flatMap((list) => namesIn(file, list)),
    devDependencies: namesIn(file, 'devDependencies'),
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spoken(fact: Fact<string> | null): Fact<string> | null {
  return fact && fact.value.trim() !== '' ? { ...fact, value: fact.value.trim() } : null;
}

function rangeOf(file: Parsed | null, lists: readonly string[], name: string): Fact<string> | null {
  const list = lists.find((key) => typeof valueAt(file?.value, [key, name]) === 'string');
  return (list && file?.string(list, name)) || null;
}

function namesIn(file: Parsed | null, list: string): string[] {
  const entries = valueAt(file?.value, [list]);
  return isObject(entries) ? Object.keys(entries).filter((name) => typeof entries[name] === 'string') : [];
}

function scriptsOf(file: Parsed | null): Record<string, string> {
  const scripts = valueAt(file?.value, ['scripts']);
  const entries = isObject(scripts) ? Object.entries(scripts) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
