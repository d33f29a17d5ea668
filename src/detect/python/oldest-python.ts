import type { Fact } from '../../fact.js';
import type { LockedPackage } from './locked.js';
import { releaseFloor } from './release-floor.js';
import type { Requirement } from './requirement.js';
import { oldestSupported } from './supported-python.js';

/** What the framework's release asks of Python (`>=3.12`), for a project that says nothing itself; null where the release is open or asks for nothing. */
export function oldestPython(
  locked: readonly LockedPackage[],
  declared: readonly Requirement[],
): Fact<string> | null {
  const releases =
    locked.length > 0
      ? locked.map(({ name, version, source }) => ({ name, release: version, source }))
      : declared.map(({ name, specifier, source }) => ({ name, release: releaseFloor(specifier), source }));
  for (const { name, release, source } of releases) {
    const oldest = release === null ? null : oldestSupported(name, release);
    if (oldest !== null) return { value: `>=${oldest}`, source };
  }
  return null;
}
