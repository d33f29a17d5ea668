import { posix } from 'node:path';
import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';

/** The file that is written, and how its first line begins: a file without this is somebody else's. */
export const ownComposeFile = { name: 'compose.yaml', head: '# Builds and runs the image' } as const;

/** The names that Compose reads, of which it takes the first that is there: https://docs.docker.com/compose/intro/compose-application-model/ */
const composeNames: readonly string[] = [
  ownComposeFile.name,
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
];

/** Compose files (POSIX paths) that this tool did not write. */
export function findComposeFiles(project: ProjectView): string[] {
  return project.files.filter((path) => composeNames.includes(posix.basename(path)) && !isOwn(project, path));
}

const settingsNames: readonly string[] = [
  '.env',
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
];

/** Folders (POSIX, `.` for the root) where a `.env` is used. */
export function settingsFolders(project: ProjectView): string[] {
  const files = project.files.filter((path) => settingsNames.includes(posix.basename(path)));
  return [...new Set(files.map((path) => posix.dirname(path)))];
}

/** What can't be read is somebody else's, and stays. */
function isOwn(project: ProjectView, path: string): boolean {
  if (posix.basename(path) !== ownComposeFile.name) return false;
  try {
    return (
      project
        .read(path)
        ?.text.replace(/^\ufeff/, '')
        .startsWith(ownComposeFile.head) ?? false
    );
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
