import type { ProjectView } from '../../project/view.js';
import { entries, namedValues, platformDocument } from './read.js';
import type { Statement } from './statement.js';

/** The web service of this folder, or the only service. https://render.com/docs/blueprint-spec */
export function render(project: ProjectView): Statement | null {
  const file = platformDocument(project, 'yaml', 'render.yaml', 'render.yml');
  if (file === null) return null;
  const here = entries(file, 'services').filter((at) =>
    /^(\.\/?)?$/.test(file.string(...at, 'rootDir')?.value ?? ''),
  );
  const web = here.find((at) => file.string(...at, 'type')?.value === 'web');
  const service = web ?? (here.length === 1 ? here[0] : undefined);
  return service === undefined
    ? null
    : {
        start: file.string(...service, 'startCommand'),
        build: file.string(...service, 'buildCommand'),
        variables: namedValues(file, ...service, 'envVars'),
      };
}
