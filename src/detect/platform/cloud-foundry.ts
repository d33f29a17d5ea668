import type { ProjectView } from '../../project/view.js';
import { platformDocument, variables } from './read.js';
import type { Statement } from './statement.js';

/** https://docs.cloudfoundry.org/devguide/deploy-apps/manifest-attributes.html */
export function cloudFoundry(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'yaml', 'manifest.yml', 'manifest.yaml');
  const app = ['applications', '0'];
  return file?.get(...app)
    ? { start: file.string(...app, 'command'), variables: variables(file, ...app, 'env') }
    : null;
}
