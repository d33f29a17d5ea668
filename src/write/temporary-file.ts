import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { isDiskError } from '../disk-error.js';

const namePattern = /^\.baseimage-(?<pid>\d+)-[0-9a-f]{12}\.tmp$/;

/** In milliseconds. A run writes for less than a second: what is older belongs to none that still runs. */
const leftoverAge = 60_000;

// Never an existing file, never through a link. Windows has no O_NOFOLLOW, O_EXCL is enough there.
const openFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Twelve hexadecimal digits. They need not be secret: the file is opened only if nothing is there. */
function unusedName(): string {
  return Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
}

/**
 * Writes `text` to a new file beside `target`, ready to be renamed over it, and returns its path: on disk
 * for good, with the mode and owner of `target`, or 0644 less the umask where there is no target yet.
 * Throws what the operating system says, leaving nothing behind.
 */
export function writeBeside(target: string, text: string): string {
  const file = path.join(path.dirname(target), `.baseimage-${process.pid}-${unusedName()}.tmp`);
  const descriptor = openSync(file, openFlags, 0o644);
  try {
    copyAttributes(descriptor, lstatSync(target, { throwIfNoEntry: false }));
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return file;
}

function copyAttributes(descriptor: number, target: Stats | undefined): void {
  if (target === undefined) return;
  try {
    // Matters to root in a container, who would take the user's file away from them.
    fchownSync(descriptor, target.uid, target.gid);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
  fchmodSync(descriptor, target.mode & 0o777);
}

/** Removes the temporary files that an earlier run, killed while it wrote, left in `folder`. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    if (isLeftover(file)) rmSync(file, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A folder that does not exist yet, or may be written but not listed, has nothing that we could remove.
    if (isDiskError(error)) return [];
    throw error;
  }
}

function isLeftover(file: string): boolean {
  const pid = namePattern.exec(path.basename(file))?.groups?.['pid'];
  if (pid === undefined) return false;
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return false;
  return !isRunningElsewhere(Number(pid)) || Date.now() - found.mtimeMs > leftoverAge;
}

function isRunningElsewhere(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return isDiskError(error) && error.code === 'EPERM';
  }
}
