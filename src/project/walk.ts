import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isMissing, isRefused } from './file-system-errors.js';
import { isIgnoredFolder, virtualEnvironmentMark } from './ignored-folders.js';
import { isInside } from './inside.js';
import { deepestFolder, mostEntries } from './limits.js';
import { joinPaths } from './project-path.js';
import { showControls } from '../control-characters.js';

/**
 * Every file below a real absolute folder, sorted POSIX paths. Nearer folders come first, so that the limit
 * on entries cuts off what lies deep. Folders that may not be read count as empty. Links to files of the
 * project are listed; links to folders are not entered, what they show is listed where it really lies.
 */
export function walk(root: string): string[] {
  const files: string[] = [];
  let entries = 0;
  let level = [''];
  for (let depth = 0; depth <= deepestFolder && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      for (const entry of entriesOf(root, folder)) {
        entries += 1;
        if (entries > mostEntries) return files.sort();
        const path = joinPaths(folder, entry.name);
        if (entry.isDirectory()) {
          if (isWalked(root, path)) next.push(path);
        } else if (isListed(root, path, entry)) files.push(path);
      }
    }
    level = next;
  }
  return files.sort();
}

function entriesOf(root: string, folder: string): Dirent[] {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    // Names with control characters are no sources, and could forge lines of output.
    return entries.filter((entry) => showControls(entry.name) === entry.name);
  } catch (error) {
    if (isMissing(error) || isRefused(error)) return [];
    throw error;
  }
}

function isWalked(root: string, path: string): boolean {
  return !isIgnoredFolder(path) && !exists(join(root, path, virtualEnvironmentMark));
}

function isListed(root: string, path: string, entry: Dirent): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    const real = realpathSync.native(join(root, path));
    return isInside(root, real) && statSync(real).isFile();
  } catch (error) {
    if (isMissing(error) || isRefused(error)) return false;
    throw error;
  }
}

/** A folder that may not be entered has no mark that could be seen; listing it then gives nothing. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isMissing(error) || isRefused(error)) return false;
    throw error;
  }
}
