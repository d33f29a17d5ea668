import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';
import { isInside } from '../project/inside.js';

/**
 * Where the file `relative` (POSIX, from `root`) is on disk: absolute, with every link followed, the file's own and
 * those among its parent folders. The file and its folders need not exist.
 *
 * Throws InputError `leads-outside` where the path or a link leads out of the project, `not-a-folder`
 * where a parent is something else, `unreadable` where a parent may not be looked at.
 */
export function insideRoot(root: string, relative: string): string {
  try {
    return follow(realpathSync(root), segmentsOf(relative), relative);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    throw new InputError('unreadable', `${showControls(relative)} can't be reached: ${diskReason(error)}`);
  }
}

function segmentsOf(relative: string): string[] {
  const segments = relative.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    throw leadsOutside(relative);
  // On Windows these are a drive, an alternate stream or another way to write a slash.
  if (process.platform === 'win32' && /[:\\]/.test(relative)) throw leadsOutside(relative);
  if (relative.includes('\0')) throw leadsOutside(relative);
  return segments;
}

function follow(realRoot: string, segments: readonly string[], relative: string): string {
  let folder = realRoot;
  for (const segment of segments.slice(0, -1)) {
    folder = enter(realRoot, path.join(folder, segment), relative);
  }
  return followFile(realRoot, path.join(folder, segments.at(-1)!), relative);
}

/** A link to nothing leads outside as well: who creates its target decides where it leads. */
function followFile(realRoot: string, file: string, relative: string): string {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
  if (statSync(file, { throwIfNoEntry: false }) === undefined) throw leadsOutside(relative);
  const target = realpathSync(file);
  if (!isInside(realRoot, target)) throw leadsOutside(relative);
  return target;
}

function enter(realRoot: string, folder: string, relative: string): string {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return folder;
  if (found.isSymbolicLink()) return enterLink(realRoot, folder, relative);
  if (!found.isDirectory()) throw notAFolder(realRoot, folder, relative);
  return folder;
}

function enterLink(realRoot: string, link: string, relative: string): string {
  // A link to nothing leads outside as well: who creates its target decides where it leads.
  if (statSync(link, { throwIfNoEntry: false }) === undefined)
    throw leadsOutside(relative, fromRoot(realRoot, link));
  const target = realpathSync(link);
  if (!isInside(realRoot, target)) throw leadsOutside(relative, fromRoot(realRoot, link));
  if (!statSync(target).isDirectory()) throw notAFolder(realRoot, link, relative);
  return target;
}

function fromRoot(realRoot: string, folder: string): string {
  return path.relative(realRoot, folder).split(path.sep).join('/');
}

/** The refusal to follow a path, or the link `link` among its parents, out of the project. */
export function leadsOutside(relative: string, link = relative): InputError {
  const through = link === relative ? '' : ` through ${showControls(link)}`;
  return new InputError(
    'leads-outside',
    `${showControls(relative)} leads out of the project${through}: nothing was written`,
    'files are written inside the project only; put a real file or folder in the place of the link',
  );
}

function notAFolder(realRoot: string, folder: string, relative: string): InputError {
  return new InputError(
    'not-a-folder',
    `${showControls(relative)} can't be written: ${showControls(fromRoot(realRoot, folder))} is not a folder`,
    'move it away, or choose another folder',
  );
}
