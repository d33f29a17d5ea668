import type { ProjectView } from '../../project/view.js';
import { platformDocument, texts, variables } from './read.js';
import type { Statement } from './statement.js';

/** https://railpack.com/config/file */
export function railpack(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'json', 'railpack.json');
  return (
    file && {
      start: file.string('deploy', 'startCommand'),
      build: texts(file, 'steps', 'build', 'commands').at(-1) ?? null,
      variables: variables(file, 'deploy', 'variables'),
      versions: Object.fromEntries(variables(file, 'packages')),
      packages: [...texts(file, 'deploy', 'aptPackages'), ...texts(file, 'buildAptPackages')],
    }
  );
}
