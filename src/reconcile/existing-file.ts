import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';
import { largestFile } from '../project/limits.js';
import { insideRoot, leadsOutside } from './inside-root.js';

// Where a fifo or a link takes the file's place after it was looked at, opening neither hangs nor follows.
// Windows has neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of the file `relative` (POSIX, from `root`), null where nothing is there.
 *
 * Throws InputError `leads-outside` where a link, the file itself or a parent, leads out of the project,
 * `not-a-file` where a folder, fifo, socket or device is in its place, `too-large` above 5 MB (such a file
 * is neither compared nor replaced, not even with --force: it can't be what it is taken for) and
 * `unreadable` where the operating system refuses.
 */
export function readExisting(root: string, relative: string): Buffer | null {
  const file = insideRoot(root, relative);
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined) return null;
    assertPlainFile(found, relative);
    return readPlainFile(file, relative);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    throw new InputError(
      'unreadable',
      `${showControls(relative)} can't be read: ${diskReason(error)}`,
      'it has to be compared with what would be written; make it readable, or move it away',
    );
  }
}

function readPlainFile(file: string, relative: string): Buffer {
  const descriptor = openSync(file, openFlags);
  try {
    assertPlainFile(fstatSync(descriptor), relative);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function assertPlainFile(found: Stats, relative: string): void {
  if (found.isSymbolicLink()) throw leadsOutside(relative);
  if (!found.isFile()) {
    throw new InputError(
      'not-a-file',
      `${showControls(relative)} is ${kindOf(found)}, not a file: nothing was written`,
      'move it away',
    );
  }
  if (found.size > largestFile) {
    throw new InputError(
      'too-large',
      `${showControls(relative)} is larger than 5 MB: nothing was written`,
      'a file of this name has a few kilobytes; move it away',
    );
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}
