import { isIgnoredFolder } from '../project/ignored-folders.js';
import type { NodeDetails } from '../detect/facts.js';

type Built = Pick<NodeDetails, 'output'> & {
  readonly workspace: {
    readonly folder: string;
    readonly needs: readonly { readonly folder: string }[];
  } | null;
};

/** Caches of compilers: with the record of an earlier build and without its output, TypeScript would write nothing. */
const caches = ['**/*.tsbuildinfo', '**/.turbo', '**/.parcel-cache', '**/.angular/cache', '**/.nx/cache'];

/** What of builds elsewhere the build in the image makes anew. Folders that may hold sources too stay. */
export function madeAnew({ output, workspace }: Built): string[] {
  const start = workspace === null ? '' : `${workspace.folder}/`;
  const folders = (output ?? [])
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => path !== '' && isIgnoredFolder(path.split('/')[0]!))
    .map((path) => `${start}${path.split('/')[0]}`);
  return [...new Set(folders), ...caches];
}
