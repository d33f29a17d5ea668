import type { Fact } from '../../fact.js';
import type { LockedPackage } from './locked.js';
import type { Requirement } from './requirement.js';
import { newestSupported } from './supported-python.js';
import { currentPython, wheelReach } from './wheel-reach.js';

interface Limit {
  readonly minor: number;
  readonly source: string;
}

/**
 * The newest Python (`3.12`) for which every package with compiled code has a Linux wheel: a newer one would
 * compile it, or fail; and with which those of pure Python still work. Null where none is older than what nearly all packages serve.
 */
export function newestPython(
  locked: readonly LockedPackage[],
  declared: readonly Requirement[],
): Fact<string> | null {
  const limits = locked.length > 0 ? locked.flatMap(limitOfLocked) : declared.flatMap(limitOfDeclared);
  const lowest = limits.reduce<Limit | null>(
    (least, limit) => (least === null || limit.minor < least.minor ? limit : least),
    null,
  );
  if (lowest === null || lowest.minor >= currentPython()) return null;
  return { value: `3.${lowest.minor}`, source: lowest.source };
}

function limitOfLocked({ name, version, files, source }: LockedPackage): Limit[] {
  const supported = version === null ? null : newestSupported(name, `==${version}`);
  if (supported !== null) return limited(supported, source);
  if (files.length > 0) return limited(reachOfFiles(files), source);
  return limited(version === null ? 0 : (wheelReach(name, `==${version}`)?.glibc ?? 0), source);
}

function limitOfDeclared({ name, specifier, source }: Requirement): Limit[] {
  return limited(newestSupported(name, specifier) ?? wheelReach(name, specifier)?.glibc ?? 0, source);
}

/** Without wheels a package is compiled for whichever Python there is; with one for all it sets no limit. */
function limited(minor: number, source: string): Limit[] {
  return minor === 0 || minor === Infinity ? [] : [{ minor, source }];
}

/** `cp313-cp313-manylinux…` is for 3.13 alone, `cp39-abi3-…` for 3.9 and all that follow. */
function reachOfFiles(files: readonly string[]): number {
  const wheels = files.filter((file) => file.endsWith('.whl'));
  if (wheels.some((file) => /-none-|-abi3-/.test(file))) return Infinity;
  const minors = wheels
    .filter((file) => /[.-](?:many|musl)?linux_?[\w.]*\.whl$/.test(file))
    .flatMap((file) => /-cp3(\d{1,3})-/.exec(file)?.[1] ?? []);
  return Math.max(0, ...minors.map(Number));
}
