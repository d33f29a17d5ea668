import type { Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** Files at the root by which another tool than Go's own builds the program. */
const otherTools: readonly (readonly [file: string, tool: string])[] = [
  ['MODULE.bazel', 'Bazel'],
  ['WORKSPACE.bazel', 'Bazel'],
  ['WORKSPACE', 'Bazel'],
  ['pants.toml', 'Pants'],
  ['.please', 'Please'],
];

/** Says that Go itself builds the image: what the other tool generates or sets is not there. */
export function otherBuildTool(project: ProjectView): Warning[] {
  const found = otherTools.find(([file]) => project.has(file));
  if (found === undefined) return [];
  const [source, tool] = found;
  const message = `${tool} builds this project, and is not served: the image is built by \`go build\`, without what ${tool} generates or sets`;
  return [{ code: 'BI124', message, source }];
}
