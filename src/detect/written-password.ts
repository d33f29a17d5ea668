import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import type { ProjectFile } from '../project/view.js';

/** A user and a password that are no variables, or a token by the shape that its host gives it: `https://me:secret@packages.example.com`. */
const opened = /:\/\/(?:[^\s/@:"'${}<>]*:[^\s/@"'${}<>%]+|(?:gh[pousr]_|github_pat_|glpat-)[\w-]+)@/;

/** Does an address hold what opens it? */
export function holdsPassword(address: string): boolean {
  return opened.test(address);
}

/** The first line of a file that is no comment, fits `where`, and has an address with a password in it. The value is the host. */
export function passwordInAddress(file: ProjectFile | null, where = /(?:)/): Fact<string> | null {
  if (file === null) return null;
  let offset = 0;
  for (const line of file.text.split('\n')) {
    const said = line.replace(/(?:^|\s)#.*$/, '');
    const host = where.test(said) && holdsPassword(said) ? /@(?<host>[\w.-]+)/.exec(said) : null;
    if (host !== null) return file.fact(host.groups?.['host'] ?? '', offset);
    offset += line.length + 1;
  }
  return null;
}

/**
 * Throws InputError `written-password` where a file that the build needs holds a password: a layer would keep it. `instead` is
 * what belongs in its place.
 */
export function refuseWrittenPassword(found: Fact<string> | null, instead: string): void {
  if (found === null) return;
  throw new InputError(
    'written-password',
    `${found.source} holds a password or token itself (${found.value}), which would stay in a layer of the image`,
    `${instead}\nwhoever can read the repository has it already: renew it`,
  );
}
