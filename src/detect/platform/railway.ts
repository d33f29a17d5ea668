import type { ProjectView } from '../../project/view.js';
import { platformDocument } from './read.js';
import type { Statement } from './statement.js';

/** https://docs.railway.com/reference/config-as-code */
export function railway(project: ProjectView): Statement | null {
  const file =
    platformDocument(project, 'json', 'railway.json') ?? platformDocument(project, 'toml', 'railway.toml');
  return (
    file && {
      start: file.string('deploy', 'startCommand'),
      build: file.string('build', 'buildCommand'),
    }
  );
}
