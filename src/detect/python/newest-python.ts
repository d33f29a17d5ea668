import type { Fact } from '../../fact.js';
import type { LockedPackage } from './locked.js';
import type { Requirement } from './requirement.js';
import { compareVersions } from './version-order.js';

/**
 * Releases of packages that are often pinned without a lock file, and the newest Python each has wheels for. A later
 * release in the same line may have more. Not compared with the index: a lock file's own wheels go first.
 */
const knownReleases: Readonly<Record<string, readonly (readonly [release: string, python: string])[]>> = {
  numpy: [
    ['1.21', '3.10'],
    ['1.23', '3.11'],
    ['1.26', '3.12'],
    ['2.1', '3.13'],
    ['2.3', '3.14'],
  ],
  pandas: [
    ['1.3', '3.9'],
    ['1.4', '3.10'],
    ['1.5', '3.11'],
    ['2.1', '3.12'],
    ['2.2', '3.13'],
    ['2.3', '3.14'],
  ],
};

/**
 * The newest Python for which every pinned package with compiled code has a Linux wheel: a newer one would
 * compile it, or fail. Null where no package says.
 */
export function newestPython(
  locked: readonly LockedPackage[],
  declared: readonly Requirement[],
): Fact<string> | null {
  const limits = locked.length > 0 ? locked.flatMap(limitOfWheels) : declared.flatMap(limitOfRelease);
  return limits.reduce<Fact<string> | null>(
    (lowest, limit) => (lowest === null || compareVersions(limit.value, lowest.value) < 0 ? limit : lowest),
    null,
  );
}

/** `cp313-cp313-manylinux…` is for 3.13 alone, `cp39-abi3-…` for 3.9 and all that follow. */
function limitOfWheels({ files, source }: LockedPackage): Fact<string>[] {
  const wheels = files.filter((file) => file.endsWith('.whl'));
  if (wheels.some((file) => /-none-|-abi3-/.test(file))) return [];
  const minors = wheels
    .filter((file) => /[.-](?:many|musl)?linux_?[\w.]*\.whl$/.test(file))
    .flatMap((file) => /-cp3(\d{1,3})-/.exec(file)?.[1] ?? []);
  return minors.length === 0 ? [] : [{ value: `3.${Math.max(...minors.map(Number))}`, source }];
}

function limitOfRelease({ name, pinned, source }: Requirement): Fact<string>[] {
  if (pinned === null || !Object.hasOwn(knownReleases, name)) return [];
  const older = knownReleases[name]!.filter(([release]) => compareVersions(pinned, release) >= 0);
  const last = older.at(-1);
  return last ? [{ value: last[1], source }] : [];
}
