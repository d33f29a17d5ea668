import semver from 'semver';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { incompleteLock } from './incomplete-lock.js';
import { isObject, type Manifest } from './manifest.js';
import type { NodeApp } from './node-app.js';
import { membersOf } from './workspace.js';

/** Does the lock file hold what a manifest in this folder (`.`: the root) asks for? */
type Holds = (folder: string, name: string, range: string) => boolean;

/** By lock file; null where the file lists nothing that can be compared. */
const readers: Readonly<Record<string, (project: ProjectView, path: string) => Holds | null>> = {
  'package-lock.json': npmLock,
  'npm-shrinkwrap.json': npmLock,
  'pnpm-lock.yaml': listed(pnpmSpecifiers),
  'yarn.lock': listed(yarnPatterns),
  'bun.lock': listed(bunSpecifiers),
};

/**
 * The first dependency (`express@^5.0.0`) that a manifest, or in npm's file a locked package, asks for and the lock file
 * lacks: a frozen install would fail. Null where none is sure: only plain ranges are compared, of packages that no override replaces.
 */
export function staleLock({ project, manifest }: NodeApp, lockFile: string | null): Fact<string> | null {
  const holds = lockFile === null ? null : readers[lockFile]?.(project, lockFile);
  if (!holds || lockFile === null) return null;
  const members = membersOf(project);
  const own = new Set(members.map((member) => member.manifest.string('name')?.value));
  const replaced = overrides(project, manifest);
  for (const { folder, manifest: asking } of [{ folder: '.', manifest }, ...members]) {
    for (const { name, range } of plainRanges(asking)) {
      if (own.has(name) || replaced.includes(`"${name}`) || holds(folder, name, range.value)) continue;
      return { value: `${name}@${range.value}`, source: range.source };
    }
  }
  return readers[lockFile] === npmLock ? incompleteLock(project, lockFile) : null;
}

function plainRanges(manifest: Manifest): { name: string; range: Fact<string> }[] {
  return ['dependencies', 'devDependencies'].flatMap((list) => {
    const entries: unknown = manifest.get(list)?.value;
    return Object.keys(isObject(entries) ? entries : {}).flatMap((name) => {
      const range = manifest.string(list, name);
      return range && semver.validRange(range.value) !== null ? [{ name, range }] : [];
    });
  });
}

/** What replaces versions, as text: each package manager nests names in its own way. */
function overrides(project: ProjectView, manifest: Manifest): string {
  const ofWorkspace: unknown = project.yaml('pnpm-workspace.yaml')?.get('overrides')?.value;
  const stated = ['overrides', 'resolutions', 'pnpm'].map((key) => manifest.get(key)?.value);
  return JSON.stringify([...stated, ofWorkspace]).replaceAll(
    /(?:>|(?<!@[\w.-]{1,100})\/)(?=[@\w])/g,
    (mark) => `${mark}"`,
  );
}

/** npm takes any locked version that the range allows. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
function npmLock(project: ProjectView, path: string): Holds | null {
  const lock: unknown = project.json(path)?.value;
  if (!isObject(lock)) return null;
  const packages = isObject(lock['packages']) && '' in lock['packages'] ? lock['packages'] : null;
  const first = isObject(lock['dependencies']) ? lock['dependencies'] : null;
  if (packages === null && first === null) return null;
  return (folder, name, range) => {
    const locked = packages
      ? (packages[`${folder}/node_modules/${name}`] ?? packages[`node_modules/${name}`])
      : first?.[name];
    if (!isObject(locked)) return false;
    const version = semver.valid(String(locked['version']));
    return version === null || semver.satisfies(version, range, { includePrerelease: true });
  };
}

/** The others compare the ranges themselves, which their lock files repeat. */
function listed(rangesOf: (text: string) => ReadonlySet<string>) {
  return (project: ProjectView, path: string): Holds | null => {
    const ranges = rangesOf(project.read(path)?.text ?? '');
    if (ranges.size === 0) return null;
    return (_folder, name, range) => ranges.has(`${name}@${range}`) || ranges.has(`${name}@npm:${range}`);
  };
}

/** `ms:` above `specifier: ^2.1.3`; until format 5 `ms: ^2.1.3` below `specifiers:`. */
function pnpmSpecifiers(text: string): Set<string> {
  const ranges = new Set<string>();
  // From 11 on a document about pnpm itself may come first.
  const project = text.split(/^---$/m).at(-1) ?? '';
  const importers = project.split(/^packages:/m, 1)[0] ?? '';
  for (const [, name = '', range = ''] of importers.matchAll(/^ +(\S+):\n +specifier: (.+)$/gm))
    ranges.add(`${unquoted(name)}@${unquoted(range)}`);
  for (const [, block = ''] of importers.matchAll(/^ *specifiers:\n((?: +\S+: .+\n)+)/gm))
    for (const [, name = '', range = ''] of block.matchAll(/^ +(\S+): (.+)$/gm))
      ranges.add(`${unquoted(name)}@${unquoted(range)}`);
  return ranges;
}

/** `"express@npm:^4.21.0, express@npm:^4.18.0":`, and in Yarn 1 `ms@2.1.3, "ms@^2.0.0":`. */
function yarnPatterns(text: string): Set<string> {
  const keys = [...text.matchAll(/^(?!#|__metadata)(\S.*):$/gm)];
  return new Set(keys.flatMap(([, key = '']) => key.replaceAll('"', '').split(', ')));
}

/** `"ms": "2.1.3",` among the workspaces, which stand before the packages. */
function bunSpecifiers(text: string): Set<string> {
  const workspaces = text.split(/^ {2}"packages": \{/m, 1)[0] ?? '';
  const pairs = [...workspaces.matchAll(/^ {8}"([^"]+)": "([^"]+)",?$/gm)];
  return new Set(pairs.map(([, name, range]) => `${name}@${range}`));
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2');
}
