import type { PythonDetails } from '../detect/facts.js';
import type { PlanContext } from './context.js';
import type { Copy, WritablePlaces } from './plan.js';

/** What the program writes to: made in the build stage, given to its user, a volume in the last stage. */
export interface Writable {
  readonly places: WritablePlaces;
  readonly copy: Copy;
  /** Absolute, as the last stage has them. */
  readonly volumes: readonly string[];
}

const root = '/writable';
/** The folder for database files that have none of their own. */
const state = 'state';

/** Null where the program writes nothing beside its sources. A file can't be a volume: it becomes a link into a folder that is one. */
export function writable(
  { base }: PlanContext,
  { written }: Pick<PythonDetails, 'written'>,
): Writable | null {
  const own = written.folders.map(({ value }) => value);
  const folders = [...new Set([...own, ...(written.databases.length === 0 ? [] : [state])])];
  if (folders.length === 0) return null;
  const parents = [...new Set(written.databases.flatMap(({ value }) => /^(.+)\//.exec(value)?.[1] ?? []))];
  return {
    places: {
      folders: [...folders, ...parents].map((folder) => `${root}/${folder}`),
      links: written.databases.map(({ value }) => ({ to: fromFolderOf(value), at: `${root}/${value}` })),
    },
    // The folders as a whole: a folder that COPY itself makes would lose the mode of its source.
    copy: { from: 'build', sources: [`${root}/`], target: './', owner: `${base.user.uid}:${base.user.gid}` },
    volumes: folders.map((folder) => `/app/${folder}`),
  };
}

/** Where the link's file really lies: `state/app.db`, `../state/app.db` seen from a folder. */
function fromFolderOf(path: string): string {
  const [name, ...above] = path.split('/').reverse();
  return `${'../'.repeat(above.length)}${state}/${name}`;
}
