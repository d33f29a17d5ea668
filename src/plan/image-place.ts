import { posix } from 'node:path';
import type { AppFacts } from '../detect/facts.js';

export const dockerfileName = 'Dockerfile';

/** Where an image's files are, and what is sent to the build. POSIX from the project's root, `.` for itself. */
export interface ImagePlace {
  /** The Dockerfile's folder. */
  readonly folder: string;
  /** The build context. */
  readonly context: string;
}

/**
 * A member of a workspace is built from the workspace's root. Its files are in its own folder, but for the app that the
 * root stands for (`rootApp`, null where it stands for none).
 */
export function imagePlace({ details }: AppFacts, app: string, rootApp: string | null): ImagePlace {
  const atRoot = 'builtAtRoot' in details && details.builtAtRoot;
  const isMember = atRoot || ('workspace' in details && details.workspace !== null);
  const context = isMember ? '.' : app;
  return { context, folder: app === rootApp ? context : app };
}

/** The Dockerfile's folder as the build context has it, `.` for its root. */
export function folderInContext({ folder, context }: ImagePlace): string {
  return posix.relative(context, folder) || '.';
}

/** The build context as the Dockerfile's folder has it: `.`, `../..`. */
export function contextFromFolder({ folder, context }: ImagePlace): string {
  return posix.relative(folder, context) || '.';
}

/** The Dockerfile, POSIX from the build context. */
export function dockerfileIn(place: ImagePlace): string {
  return posix.join(folderInContext(place), dockerfileName);
}
