import type { Copy } from './plan.js';

/**
 * Copies of files from the build context that keep each file's folder: one `COPY` for each folder.
 * Folders among the paths end with `/` and keep their name.
 */
export function copiesByFolder(paths: readonly string[]): Copy[] {
  const files = new Map<string, string[]>();
  const folders: Copy[] = [];
  for (const path of paths) {
    if (path.endsWith('/')) folders.push({ from: null, sources: [path], target: `./${path}` });
    else files.set(folderOf(path), [...(files.get(folderOf(path)) ?? []), path]);
  }
  const ofFiles = [...files].map(([folder, sources]): Copy => ({
    from: null,
    sources,
    target: `./${folder}`,
  }));
  return [...ofFiles, ...folders];
}

/** `a/b/c` → `a/b/`, `c` → ``. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
