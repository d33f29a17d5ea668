import { closeSync, constants, lstatSync, openSync, readFileSync, realpathSync, type Stats } from 'node:fs';
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

/** A link or a fifo that took the file's place meanwhile is neither followed nor waited for. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function textOf(real: string, path: string): string {
  // Node.js reads UTF-8 in one step, several times as fast as bytes that are then decoded.
  const text = opened(real, (handle) => readFileSync(handle, 'utf8'));
  if (text.startsWith('\ufffd\ufffd')) {
    const bytes = opened(real, (handle) => readFileSync(handle));
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  }
  if (text.includes('\0'))
    throw refused('binary', path, 'is a binary file, a text is expected', 'replace it with a text file');
  return text;
}

function opened<T>(real: string, read: (handle: number) => T): T {
  const handle = openSync(real, readOnly);
  try {
    return read(handle);
  } finally {
    closeSync(handle);
  }
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

function refused(code: string, path: string, why: string, hint: string): InputError {
  return new InputError(code, `${showControls(path)}: ${why}`, hint);
}
