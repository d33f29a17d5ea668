import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { projectManifests } from './package-manager.js';
import type { RequirementsFiles } from './requirements-files.js';
import type { PythonSource } from './sources.js';

/** A script that lists its dependencies itself: https://packaging.python.org/en/latest/specifications/inline-script-metadata/ */
const inlineList =
  /^# \/\/\/ script[ \t]*\n(?:#[^\n]*\n)*?#[ \t]*(?<value>dependencies)[ \t]*=[ \t]*\[(?![ \t]*\])/m;

/**
 * Throws InputError `no-dependencies` where nothing would be installed though something is needed: the sources import a
 * framework, or a script lists its dependencies itself, and no file lists any.
 */
export function refuseUnlisted(
  project: ProjectView,
  { top }: RequirementsFiles,
  framework: Fact<string> | null,
  sources: readonly PythonSource[],
): void {
  if (top.length > 0 || projectManifests.some((path) => project.has(path))) return;
  refuseInlineLists(sources);
  if (framework === null) return;
  // Some carry the one file of a small framework with them.
  if (sources.some(({ name }) => name === framework.value)) return;
  throw new InputError(
    'no-dependencies',
    `${framework.source}: ${framework.value} is imported, and no file lists the dependencies`,
    'list them in a requirements.txt or pyproject.toml',
  );
}

function refuseInlineLists(sources: readonly PythonSource[]): void {
  for (const { path, file, folder } of sources) {
    const listed = folder === '' ? file.match(inlineList) : null;
    if (listed === null) continue;
    throw new InputError(
      'no-dependencies',
      `${listed.source}: the script lists its dependencies itself, and only a file of their own is installed from`,
      `write that file: uv export --script ${path} --output-file requirements.txt`,
    );
  }
}
