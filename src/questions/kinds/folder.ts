import { projectPath } from '../../project/project-path.js';
import type { Kind } from './kind.js';

/** A folder of the project, `.` for its root. */
export const folder: Kind = {
  takes: () => 'allowed: a folder of the project, relative to its root',
  read(text, _, refuse) {
    const path = projectPath(text);
    if (path === null) throw refuse('leads out of the project');
    return path === '' ? '.' : path;
  },
};
