import type { ProjectView } from '../../project/view.js';
import type { Statement } from './statement.js';

/** Packages of Heroku's apt buildpack, and of Railpack and others that read its file. https://github.com/heroku/heroku-buildpack-apt */
export function aptfile(project: ProjectView): Statement | null {
  const file = project.read('Aptfile');
  return (
    file && {
      packages: [...file.text.matchAll(/^[ \t]*(?<name>[a-z0-9][a-z0-9.+-]*)[ \t]*(?:#.*)?$/gm)].map(
        ({ groups, index }) => file.fact(groups!['name']!, index),
      ),
    }
  );
}
