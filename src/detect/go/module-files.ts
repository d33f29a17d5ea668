import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';

/** What `go mod download` reads: go.work and every module's go.mod, with their sums where they have some. Sorted. */
export function moduleFiles(project: ProjectView, { all, workspace }: GoModules): string[] {
  const candidates = [
    ...(workspace ? ['go.work', 'go.work.sum'] : []),
    ...all.flatMap(({ folder }) => [joinPaths(folder, 'go.mod'), joinPaths(folder, 'go.sum')]),
  ];
  return candidates.filter((path) => project.has(path)).sort();
}

/** `replace … => ../x`: the image's build sees this folder alone. */
export function outsideModules({ outside }: GoModules): Warning[] {
  return outside.map(({ value, source }) => ({
    code: 'BI121',
    message: `${value} lies outside of this folder, where the image's build can't read it: run in the folder that holds both, with --app`,
    source,
  }));
}
