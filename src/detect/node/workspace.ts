import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { globPattern } from './glob-pattern.js';
import { isObject, readManifest, type Manifest } from './manifest.js';

/** A member of a workspace: its folder, POSIX, from the workspace's root. */
export interface Member {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** An app that is a member of a workspace, seen from the workspace's root. */
export interface Membership {
  readonly root: ProjectView;
  readonly folder: string;
  /** The members that the app needs, in the order in which they are built, the app itself last. */
  readonly needed: readonly Member[];
  readonly members: readonly Member[];
}

/** The folders of a workspace's members. https://docs.npmjs.com/cli/using-npm/workspaces, https://pnpm.io/workspaces */
export function memberFolders(project: ProjectView): string[] {
  const isPlace = memberPlaces(project);
  if (isPlace === null) return [];
  return project.files
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => posix.dirname(path))
    .filter(isPlace);
}

/** Does a folder lie where the workspace has its members, whatever it holds? Null where there is no workspace. */
export function memberPlaces(project: ProjectView): ((folder: string) => boolean) | null {
  const globs = statedGlobs(project);
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(globPattern);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => globPattern(glob.slice(1)));
  if (wanted.length === 0) return null;
  return (folder) => wanted.some((glob) => glob.test(folder)) && !unwanted.some((glob) => glob.test(folder));
}

function statedGlobs(project: ProjectView): string[] {
  const stated: unknown =
    project.json('package.json')?.get('workspaces')?.value ?? project.yaml('pnpm-workspace.yaml')?.value;
  const globs: unknown = isObject(stated) ? stated['packages'] : stated;
  return Array.isArray(globs) ? globs.filter((glob): glob is string => typeof glob === 'string') : [];
}

export function membersOf(project: ProjectView): Member[] {
  return memberFolders(project).map((folder) => ({ folder, manifest: readManifest(project.below(folder)) }));
}

/** The membership of the app in `folder`, null where the root's workspace does not hold it. */
export function membershipOf(root: ProjectView, folder: string): Membership | null {
  const members = membersOf(root);
  const app = members.find((member) => member.folder === folder);
  return app === undefined ? null : { root, folder, members, needed: inBuildOrder(members, app) };
}

/** Members by dependency, the deepest first. A circle ends where it closes. */
function inBuildOrder(members: readonly Member[], app: Member): Member[] {
  const order: Member[] = [];
  const visited = new Set<Member>();
  function visit(member: Member): void {
    if (visited.has(member)) return;
    visited.add(member);
    members.filter((other) => other !== member && dependsOn(member, other)).forEach(visit);
    order.push(member);
  }
  visit(app);
  return order;
}

/** Does one member name the other among its dependencies, those for development included? */
export function dependsOn({ manifest }: Member, other: Member): boolean {
  const name = other.manifest.string('name')?.value;
  return name !== undefined && (manifest.dependency(name) !== null || manifest.devDependency(name) !== null);
}

/** The members that a workspace's root runs with: those that it names, and the one in which its program lies (`entry`, from the root). */
export function membersOfRoot({ project, manifest }: Root, entry: string | null): Member[] {
  const isStarted = ({ folder }: Member) => entry?.startsWith(`${folder}/`) === true;
  return membersOf(project).filter(
    (member) => isStarted(member) || dependsOn({ folder: '.', manifest }, member),
  );
}

interface Root {
  readonly project: ProjectView;
  readonly manifest: Manifest;
}

export function bringsPackages({ manifest }: Pick<Member, 'manifest'>): boolean {
  return manifest.dependencies.length > 0;
}
