import type { ProjectView } from '../../project/view.js';
import { platformDocument } from './read.js';
import type { Statement } from './statement.js';

/** Tasks of mise; its tools are read with the other version files. https://mise.jdx.dev/tasks/toml-tasks.html */
export function mise(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'toml', 'mise.toml', '.mise.toml');
  return (
    file && {
      start: file.string('tasks', 'start', 'run') ?? file.string('tasks', 'start'),
      build: file.string('tasks', 'build', 'run') ?? file.string('tasks', 'build'),
    }
  );
}
