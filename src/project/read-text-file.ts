import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors.js';
import { isMissing, isRefused } from './file-system-errors.js';
import { isInside } from './inside.js';
import { largestFile } from './limits.js';
import { showControls } from '../control-characters.js';

/**
 * Gives the texts of a project's files, null where there is none. `root` is a real absolute path. Throws InputError,
 * and reads nothing, where it is no regular file, leads out of the project, is too large, or may not be read.
 */
export function textReader(root: string): (path: string) => string | null {
  // Many files lie in few folders: each is followed to its real place once.
  const realFolders = new Map<string, string>();

  function realFile(path: string): string {
    const folder = dirname(path);
    const real = realFolders.get(folder) ?? realInside(root, folder, path);
    realFolders.set(folder, real);
    return join(real, basename(path));
  }

  return (path) => {
    try {
      // What is not there is asked for often, and an exception each time is dear.
      const found = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (found === undefined) return null;
      const isLink = found.isSymbolicLink();
      const real = isLink ? realInside(root, path, path) : realFile(path);
      // Before it is opened, since opening a fifo waits for a writer and opening a device may do anything.
      checkKind(isLink ? lstatSync(real) : found, path);
      return textOf(real, path);
    } catch (error) {
      if (isMissing(error)) return null;
      if (isRefused(error)) throw refused('unreadable', path, 'no permission to read it', 'allow reading it');
      throw error;
    }
  };
}

/** Where a part of the project really lies; `path`: the file that it is asked for. */
function realInside(root: string, part: string, path: string): string {
  const real = realpathSync.native(join(root, part));
  if (isInside(root, real)) return real;
  throw refused(
    'outside',
    path,
    'is a link that leads out of the project',
    'replace it with the file itself',
  );
}

function textOf(real: string, path: string): string {
  const handle = openSync(
    real,
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
  );
  try {
    // Once more on what was really opened: it may have been replaced meanwhile.
    const opened = fstatSync(handle);
    checkKind(opened, path);
    return textFrom(bytesOf(handle, opened.size), path);
  } finally {
    closeSync(handle);
  }
}

/** Where files are read into, one after the other: a buffer for each would keep the garbage collector busy. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);

/** `size`: in bytes. What is returned is good until the next file is read. */
function bytesOf(handle: number, size: number): Buffer {
  // A size of nothing is also that of files which the system makes as they are read.
  if (size === 0 || size > scratch.length) return readFileSync(handle);
  let length = 0;
  while (length < size) {
    const read = readSync(handle, scratch, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return scratch.subarray(0, length);
}

function checkKind(found: Stats, path: string): void {
  if (found.isDirectory())
    throw refused('not-a-file', path, 'is a folder, a file is expected', 'rename or remove the folder');
  if (!found.isFile())
    throw refused('not-a-file', path, 'is no regular file', 'replace it with a regular file');
  if (found.size > largestFile) {
    const size = `${Math.ceil(found.size / 1024 / 1024)} MB large`;
    throw refused(
      'too-large',
      path,
      `is ${size}, at most ${largestFile / 1024 / 1024} MB are read`,
      'is it the file it seems to be?',
    );
  }
}

function textFrom(bytes: Buffer, path: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes.includes(0))
    throw refused('binary', path, 'is a binary file, a text is expected', 'replace it with a text file');
  return bytes.toString('utf8');
}

function refused(code: string, path: string, why: string, hint: string): InputError {
  return new InputError(code, `${showControls(path)}: ${why}`, hint);
}
