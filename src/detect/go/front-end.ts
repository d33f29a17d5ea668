import type { ProjectView } from '../../project/view.js';
import type { FrontEnd } from '../facts.js';
import { node } from '../node.js';
import type { MissingEmbed } from './embedded.js';

/** The front end whose build makes what is embedded: a folder above it that has a package.json with a build. Null where none has. */
export function frontEndOf(project: ProjectView, { path }: MissingEmbed): FrontEnd | null {
  const names = path.split('/');
  for (let depth = names.length - 1; depth > 0; depth--) {
    const folder = names.slice(0, depth).join('/');
    if (!project.has(`${folder}/package.json`)) continue;
    const app = node.detect(project.below(folder));
    const builds = app.details.kind === 'node' && app.details.buildScript !== null;
    return builds ? { folder, output: names.slice(depth).join('/'), app } : null;
  }
  return null;
}
