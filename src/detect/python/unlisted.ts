import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { projectManifests } from './package-manager.js';
import type { RequirementsFiles } from './requirements-files.js';
import type { PythonSource } from './sources.js';

/** Throws InputError `no-dependencies` where the sources import a framework and no file lists any dependency: nothing would be installed. */
export function refuseUnlisted(
  project: ProjectView,
  { top }: RequirementsFiles,
  framework: Fact<string> | null,
  sources: readonly PythonSource[],
): void {
  if (framework === null || top.length > 0 || projectManifests.some((path) => project.has(path))) return;
  // Some carry the one file of a small framework with them.
  if (sources.some(({ name }) => name === framework.value)) return;
  throw new InputError(
    'no-dependencies',
    `${framework.source}: ${framework.value} is imported, and no file lists the dependencies`,
    'list them in a requirements.txt or pyproject.toml',
  );
}
