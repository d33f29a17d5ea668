import type { Parsed, ProjectView } from '../../project/view.js';
import { platformDocument, port, variables } from './read.js';
import type { Statement } from './statement.js';

/** https://fly.io/docs/reference/configuration/ */
export function fly(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'toml', 'fly.toml');
  return (
    file && {
      start: process(file),
      port: port(file, 'http_service', 'internal_port') ?? port(file, 'services', '0', 'internal_port'),
      variables: variables(file, 'env'),
    }
  );
}

function process(file: Parsed): Statement['start'] {
  // An empty one is what the image itself starts.
  const stated = [...variables(file, 'processes')].filter(([, { value }]) => value.trim() !== '');
  const processes = new Map(stated);
  const [only, ...others] = processes.values();
  return processes.get('app') ?? processes.get('web') ?? (others.length === 0 ? only : null);
}
