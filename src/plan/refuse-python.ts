import { acceptsVersion } from '../catalogue/versions.js';
import type { PythonDetails } from '../detect/facts.js';
import { InputError } from '../errors.js';
import type { PlanContext } from './context.js';

/**
 * What installs the project stops in the middle of the build where the image has a Python that the project rules out.
 * Throws InputError `python-missing` before that.
 */
export function refuseOtherPython(
  { version, language }: PlanContext,
  { enforcedPython }: PythonDetails,
): void {
  if (enforcedPython === null || acceptsVersion(language.id, version, enforcedPython.value)) return;
  const offered = language.versions.map(({ cycle }) => cycle).join(', ');
  throw new InputError(
    'python-missing',
    `${enforcedPython.source}: the project installs with Python ${enforcedPython.value} only, and Python ${version.cycle} would be taken`,
    `allowed: ${offered}; widen requires-python, and let .python-version or the like name a version in it`,
  );
}
