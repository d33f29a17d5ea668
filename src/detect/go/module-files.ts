import { InputError } from '../../errors.js';
import type { Fact, Warning } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { Place } from '../language.js';
import type { GoModules } from './modules.js';

/** What `go mod download` reads: go.work and every module's go.mod, with their sums where they have some. Sorted. */
export function moduleFiles(project: ProjectView, { all, workspace }: GoModules): string[] {
  const candidates = [
    ...(workspace ? ['go.work', 'go.work.sum'] : []),
    ...all.flatMap(({ folder }) => [joinPaths(folder, 'go.mod'), joinPaths(folder, 'go.sum')]),
  ];
  return candidates.filter((path) => project.has(path)).sort();
}

/**
 * `replace … => ../x`: the image's build sees this folder alone. Throws InputError `module-outside` where the compiler
 * would have to read it; of what is vendored a copy is here.
 */
export function outsideModules({ outside }: GoModules, isVendored: boolean, place: Place | null): Warning[] {
  const needed = isVendored ? undefined : outside.find(({ isNeeded }) => isNeeded);
  if (needed) throw moduleOutside(needed, place);
  return outside.map(({ value, source }) => ({
    code: 'BI121',
    message: `${value} lies outside of this folder, where the image's build can't read it`,
    source,
  }));
}

function moduleOutside({ value, source }: Fact<string>, place: Place | null): InputError {
  return new InputError(
    'module-outside',
    `${source}: ${value} lies outside of this folder, where the image's build can't read it`,
    `${withWorkspace(value, place)}; or copy it here with \`go mod vendor\``,
  );
}

/** The commands, where the folder that was asked about holds both modules. */
function withWorkspace(value: string, place: Place | null): string {
  const other = place && projectPath(joinPaths(place.folder, value));
  if (place && other !== null && place.root.has(joinPaths(other, 'go.mod')))
    return `run ${['go', 'work', 'init', `./${place.folder}`, `./${other}`].join(' ')} at the root, commit the go.work, and generate once more as now: --app ${place.folder}`;
  return 'run `go work init` with both modules in the folder that holds them, and generate there with --app and the folder of the program (--app api)';
}
