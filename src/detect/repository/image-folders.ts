import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { textOf } from './text-of.js';

/** Files that name images, and the lines by which Dependabot finds them. */
interface ImageFile {
  readonly name: RegExp;
  readonly image: RegExp;
}

/**
 * Dependabot takes every file whose name has `dockerfile` or `containerfile` in it, and of its lines those that name an
 * image literally. The names here are narrower: sources and ignore files are called so too.
 * https://github.com/dependabot/dependabot-core, docker/lib/dependabot/docker/file_fetcher.rb and file_parser.rb
 */
const dockerfile: ImageFile = {
  name: /^(?:[\w.-]+\.)?(?:docker|container)file(?:[.-][\w.-]+)?$/i,
  image: /^FROM[ \t]+(?:--platform=\S+[ \t]+)?(?!scratch\b)[a-z\d]/im,
};

/** The same for `docker-compose`: docker/lib/dependabot/docker_compose/. */
const composeFile: ImageFile = {
  name: /^(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/i,
  image: /^[ \t]+image:[ \t]*["']?[a-z\d]/im,
};

/** Folders (POSIX, `.` for the root, sorted) with a Dockerfile or Containerfile of whatever ending that Dependabot reads something from. */
export function dockerfileFolders(project: ProjectView): string[] {
  return foldersWith(project, dockerfile);
}

/** Folders with a compose file that names images. */
export function composeFolders(project: ProjectView): string[] {
  return foldersWith(project, composeFile);
}

function foldersWith(project: ProjectView, { name, image }: ImageFile): string[] {
  const files = project.files.filter((path) => name.test(posix.basename(path)));
  const naming = files.filter((path) => image.test(textOf(project, path)));
  return [...new Set(naming.map((path) => posix.dirname(path)))].sort();
}
