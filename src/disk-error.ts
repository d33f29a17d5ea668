const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large for the file system',
  EIO: 'the disk has failed',
  EBUSY: 'another program uses it',
  EMFILE: 'too many open files',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a file is where a folder should be',
  ENOENT: 'it is not there',
  ELOOP: 'its symbolic links go round in circles',
  ENAMETOOLONG: 'its name is too long',
};

/** Did the operating system refuse something? Anything else that is thrown is a fault of ours. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** Why the operating system refused, for people: `permission denied (EACCES)`. */
export function diskReason(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  return `${reasons[code] ?? 'the operating system refused'} (${code})`;
}
