import type { ProjectView } from '../../project/view.js';
import { namedValues, platformDocument, port } from './read.js';
import type { Statement } from './statement.js';

/** https://docs.digitalocean.com/products/app-platform/reference/app-spec/ */
export function digitalOcean(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'yaml', '.do/app.yaml', '.do/app.yml');
  const service = ['services', '0'];
  return file?.get(...service)
    ? {
        start: file.string(...service, 'run_command'),
        build: file.string(...service, 'build_command'),
        port: port(file, ...service, 'http_port'),
        variables: namedValues(file, ...service, 'envs'),
      }
    : null;
}
