/**
 * The path in its plain POSIX form, without `.` and `..`, or null where it leads out of the project, is
 * absolute or holds a NUL. The root itself is `''`.
 */
export function projectPath(path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\0')) return null;
  const names: string[] = [];
  for (const name of path.replaceAll('\\', '/').split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names.join('/');
}

/** Two project paths as one; `''` is the root. */
export function joinPaths(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}
