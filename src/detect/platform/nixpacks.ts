import type { ProjectView } from '../../project/view.js';
import { platformDocument, texts, variables } from './read.js';
import type { Statement } from './statement.js';

/** https://nixpacks.com/docs/configuration/file */
export function nixpacks(project: ProjectView): Statement | null {
  const file =
    platformDocument(project, 'toml', 'nixpacks.toml') ?? platformDocument(project, 'json', 'nixpacks.json');
  return (
    file && {
      start: file.string('start', 'cmd'),
      build: texts(file, 'phases', 'build', 'cmds').at(-1) ?? null,
      variables: variables(file, 'variables'),
      packages: [...texts(file, 'phases', 'setup', 'aptPkgs'), ...texts(file, 'phases', 'setup', 'nixPkgs')],
    }
  );
}
