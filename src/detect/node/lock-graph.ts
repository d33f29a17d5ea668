import type { ProjectFile, ProjectView } from '../../project/view.js';
import { isObject } from './manifest.js';

/** A package of a lock file; versions of one name are taken together. */
export interface LockedPackage {
  readonly dependencies: Set<string>;
  readonly optionalDependencies: Set<string>;
  /** Its install runs a script, as far as the lock file says so. */
  readonly hasInstallScript: boolean;
  /** Character index of its entry in the lock file. */
  readonly offset: number | null;
}

export interface LockGraph {
  readonly file: ProjectFile;
  readonly packages: ReadonlyMap<string, LockedPackage>;
}

/** The packages of a lock file and what they depend on, null for a format that is not read (`bun.lockb`). */
export function lockGraph(project: ProjectView, lockFile: string | null): LockGraph | null {
  if (lockFile === 'package-lock.json' || lockFile === 'npm-shrinkwrap.json')
    return npmGraph(project, lockFile);
  if (lockFile !== 'pnpm-lock.yaml' && lockFile !== 'yarn.lock') return null;
  const file = project.read(lockFile);
  return file && { file, packages: textGraph(file.text) };
}

/** The packages that these names bring along, themselves included. */
export function reached({ packages }: LockGraph, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const locked = packages.get(name);
    if (locked) queue.push(...locked.dependencies, ...locked.optionalDependencies);
  }
  return found;
}

/** lockfileVersion 2 and 3: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
function npmGraph(project: ProjectView, path: string): LockGraph | null {
  const lock = project.json(path);
  if (!lock || !isObject(lock.value) || !isObject(lock.value['packages'])) return null;
  const packages = new Map<string, LockedPackage>();
  for (const [place, entry] of Object.entries(lock.value['packages'])) {
    const name = place.split('node_modules/').at(-1) ?? '';
    if (place === '' || !isObject(entry) || entry['dev'] === true) continue;
    const known = packages.get(name);
    packages.set(name, {
      dependencies: new Set([...(known?.dependencies ?? []), ...keysOf(entry['dependencies'])]),
      optionalDependencies: new Set([
        ...(known?.optionalDependencies ?? []),
        ...keysOf(entry['optionalDependencies']),
      ]),
      hasInstallScript: known?.hasInstallScript === true || entry['hasInstallScript'] === true,
      offset: known?.offset ?? null,
    });
  }
  return { file: lock.file, packages };
}

function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/**
 * pnpm and Yarn: entries that are a name and a version, with lists of names below them. Read line by line,
 * since parsing megabytes of YAML would take longer than all the rest.
 */
function textGraph(text: string): Map<string, LockedPackage> {
  const packages = new Map<string, LockedPackage>();
  let entry: LockedPackage | undefined;
  let list: Set<string> | undefined;
  let listIndent = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const name = entryName(line);
    const listName = /^\s+(dependencies|optionalDependencies):$/.exec(line)?.[1];
    if (name !== null) {
      entry = packages.get(name) ?? emptyPackage(offset);
      packages.set(name, entry);
      list = undefined;
    } else if (listName !== undefined) {
      list = listName === 'dependencies' ? entry?.dependencies : entry?.optionalDependencies;
      listIndent = indent;
    } else if (list && indent > listIndent) {
      const dependency = /^\s+['"]?(@?[^'"@\s:]+)/.exec(line)?.[1];
      if (dependency !== undefined) list.add(dependency);
    } else if (line.trim() !== '') list = undefined;
    offset += line.length + 1;
  }
  return packages;
}

function emptyPackage(offset: number): LockedPackage {
  return { dependencies: new Set(), optionalDependencies: new Set(), hasInstallScript: false, offset };
}

/** `  '@scope/name@1.2.3(peer@1)':`, `  /name@1.2.3:`, `  /name/1.2.3:` of pnpm, `"name@^1", name@^2:` of Yarn. */
function entryName(line: string): string | null {
  const entry = /^ {0,2}['"]?\/?((?:@[\w.~-]+\/)?[\w.~-]+)(?:@|\/(?=\d))[^\n]*:(?: \{\})?$/.exec(line);
  return entry?.[1] ?? null;
}
