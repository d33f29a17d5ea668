import { isAbsolute, relative, sep } from 'node:path';

/** Is the absolute real path `path` the folder `root`, or below it? */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
