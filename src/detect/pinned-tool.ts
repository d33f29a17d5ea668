import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';

/** The first word of a version file: `.nvmrc`, `.bun-version`. */
export function versionFile(project: ProjectView, path: string): Fact<string> | null {
  return project.read(path)?.match(/^[ \t]*(?<value>[^\s#]+)/m) ?? null;
}

/** A line of asdf's `.tool-versions` for the first of these names. https://asdf-vm.com/manage/configuration.html */
export function toolVersion(project: ProjectView, ...names: readonly string[]): Fact<string> | null {
  const line = new RegExp(String.raw`^[ \t]*(?:${names.join('|')})[ \t]+(?<value>[^\s#]+)`, 'm');
  return project.read('.tool-versions')?.match(line) ?? null;
}

/** What mise installs under the first of these names. https://mise.jdx.dev/configuration.html */
export function miseVersion(
  project: ProjectView,
  path: string,
  ...names: readonly string[]
): Fact<string> | null {
  const file = project.toml(path);
  // Of a list the first is the one that runs.
  const pins = names.map(
    (name) =>
      file?.string('tools', name) ??
      file?.string('tools', name, 'version') ??
      file?.string('tools', name, '0'),
  );
  return pins.find((pin) => pin !== null && pin !== undefined) ?? null;
}
