import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { hinted, matches } from '../pattern.js';
import type { GoSource } from './sources.js';

/** A flag whose default leads out of the folder of the program, where people start it while they write. */
export interface ClimbingFlag {
  /** As the program is given it where it is started at the project's root: `-conf=configs`. */
  readonly argument: string;
  /** From the project's root: `configs`. */
  readonly path: string;
}

/** flag.StringVar(&conf, "conf", "../../configs", …) */
const climbing = hinted(
  /"(?:\.\.\/)+\w/,
  String.raw`\bflag\.String(?:Var)?\(\s*(?:&[\w.]{1,60},\s*)?"(?<name>[\w-]{1,40})"\s*,\s*"(?<value>(?:\.\.\/){1,6}[\w./-]{1,100})"`,
);

/** Those of the main package (in `folder`) that lead to something of the project. */
export function climbingFlags(
  project: ProjectView,
  sources: readonly GoSource[],
  folder: string,
): ClimbingFlag[] {
  const own = sources.filter((source) => source.folder === folder && source.packageName === 'main');
  return [...matches(climbing, own)].flatMap(({ groups }) => {
    const path = posix.join(folder, groups['value']!).replace(/\/$/, '');
    const isThere = !path.startsWith('..') && (project.hasFolder(path) || project.has(path));
    return isThere && path !== '.' ? [{ argument: `-${groups['name']!}=${path}`, path }] : [];
  });
}
