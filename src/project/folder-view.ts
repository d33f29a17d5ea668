import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.js';
import { isMissing, isRefused } from './file-system-errors.js';
import { isInside } from './inside.js';
import { parsingView } from './parsing-view.js';
import { textReader } from './read-text-file.js';
import { walk } from './walk.js';
import type { ProjectView } from './view.js';

/**
 * A project on disk. Throws InputError `no-such-folder` where there is none and `unreadable` where its
 * content may not be listed.
 */
export function openProject(folder: string): ProjectView {
  const root = realFolder(folder);
  const text = textReader(root);
  return parsingView({
    list: () => walk(root),
    isFile: (path) => kindInside(root, path) === 'file',
    isFolder: (path) => kindInside(root, path) === 'folder',
    text: (path) => (path === '' ? null : text(path)),
  });
}

function realFolder(folder: string): string {
  try {
    const root = realpathSync.native(folder);
    if (!statSync(root).isDirectory()) throw noSuchFolder(folder, 'is not a folder');
    // A folder that can be entered but not listed would look empty.
    readdirSync(root);
    return root;
  } catch (error) {
    if (isMissing(error)) throw noSuchFolder(folder, 'does not exist');
    if (isRefused(error)) {
      throw new InputError(
        'unreadable',
        `${folder}: no permission to read this folder`,
        'allow reading it, or run as its owner',
      );
    }
    throw error;
  }
}

function noSuchFolder(folder: string, why: string): InputError {
  return new InputError('no-such-folder', `${folder} ${why}`, 'name the folder of a project');
}

/** What stands at a path, links followed as long as they stay in the project; null for anything else. */
function kindInside(root: string, path: string): 'file' | 'folder' | null {
  try {
    const absolute = join(root, path);
    // Most of what is asked for is not there: an exception each time would cost more than all the rest.
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found === undefined || !isInside(root, realpathSync.native(absolute))) return null;
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
  } catch (error) {
    if (isMissing(error) || isRefused(error)) return null;
    throw error;
  }
}
