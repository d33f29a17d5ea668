import { isIgnoredFolder } from './ignored-folders.js';
import { parsingView } from './parsing-view.js';
import type { ProjectView } from './view.js';

/** A project that is given as paths and texts. Lists the files that a walk on disk would list. */
export function memoryProject(files: Readonly<Record<string, string>>): ProjectView {
  const texts = new Map(Object.entries(files));
  return parsingView({
    list: () => [...texts.keys()].filter((path) => !foldersOf(path).some(isIgnoredFolder)).sort(),
    isFile: (path) => texts.has(path),
    isFolder: (path) => path === '' || [...texts.keys()].some((file) => file.startsWith(`${path}/`)),
    text: (path) => texts.get(path) ?? null,
  });
}

/** `a/b/c.js` lies in `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
