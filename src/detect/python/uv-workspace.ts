import type { ProjectView } from '../../project/view.js';
import type { Place } from '../language.js';
import { occurs } from '../pattern.js';
import { normalizedName } from './name.js';
import { requirement } from './requirement.js';
import { textsOf } from './shape.js';
import { importOf } from './sources.js';

/** An app that is a member of a uv workspace: its packages are locked, and installed, from the workspace's root. */
export interface UvMembership {
  readonly root: ProjectView;
  /** POSIX, from the root. */
  readonly folder: string;
  readonly name: string;
  /** Folders of the members that it needs, the app's own not among them. */
  readonly needs: readonly string[];
}

interface Member {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
}

/** The manifests of a uv workspace's members: the lock file covers them all. */
export function memberManifests(project: ProjectView): string[] {
  const workspace = project.toml('pyproject.toml')?.get('tool', 'uv', 'workspace');
  if (!workspace) return [];
  const patterns = (key: string): RegExp[] =>
    textsOf(project.toml('pyproject.toml')?.get('tool', 'uv', 'workspace', key)?.value).map((pattern) =>
      glob(pattern.replace(/^\.\/|\/$/g, '')),
    );
  const [included, excluded] = [patterns('members'), patterns('exclude')];
  return project.files.filter((path) => {
    if (!path.endsWith('/pyproject.toml')) return false;
    const folder = path.slice(0, -'/pyproject.toml'.length);
    return included.some((match) => match.test(folder)) && !excluded.some((match) => match.test(folder));
  });
}

/** Folders of the members, where the root that runs is no package itself: only they are installed. Null: the root is one, or there is no workspace. */
export function installedMembers(project: ProjectView): readonly string[] | null {
  const pyproject = project.toml('pyproject.toml');
  const manifests = memberManifests(project);
  const stated = pyproject?.get('tool', 'uv', 'package')?.value;
  const isPackage = typeof stated === 'boolean' ? stated : Boolean(pyproject?.get('build-system'));
  return manifests.length === 0 || isPackage
    ? null
    : manifests.map((path) => path.slice(0, -'/pyproject.toml'.length));
}

/** `packages/*` and plain folders are what members are. */
function glob(pattern: string): RegExp {
  const parts = pattern
    .slice(0, 200)
    .split('/')
    .map((part) =>
      part === '**'
        ? '.*'
        : part
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replaceAll('?', '[^/]'),
    );
  return new RegExp(`^${parts.join('/')}$`);
}

/** The membership of the app at this place, null where no uv workspace holds it. */
export function uvMembership(place: Place | null): UvMembership | null {
  if (place === null) return null;
  const { root, folder } = place;
  const members = membersOf(root);
  const app = members.find((member) => member.folder === folder);
  if (!app) return null;
  const needed = new Set([app]);
  // A set that grows while it is walked is walked to its end.
  for (const member of needed) neededBy(member, members).forEach((other) => needed.add(other));
  const needs = [...needed].map((member) => member.folder).filter((other) => other !== folder);
  return { root, folder, name: app.name, needs: needs.sort() };
}

/**
 * The apps of a workspace whose root has no program of its own: the members that no other one needs, if they hold a
 * program. Null where the root is the app.
 */
export function workspaceApps(project: ProjectView): readonly string[] | null {
  const members = membersOf(project);
  if (members.length === 0) return null;
  // Projects that the workspace leaves out are no part of the root either.
  const projects = project.files.filter((path) => path.endsWith('/pyproject.toml'));
  const inProject = (path: string): boolean =>
    projects.some((manifest) => path.startsWith(manifest.slice(0, -'pyproject.toml'.length)));
  const ownProgram = project.files.some(
    (path) => path.endsWith('.py') && !inProject(path) && isProgramPath(path),
  );
  if (ownProgram) return null;
  const apps = members
    .filter((member) => !members.some((other) => neededBy(other, members).includes(member)))
    .filter((member) => holdsProgram(project.below(member.folder)))
    .map(({ folder }) => folder);
  return apps.length === 0 ? null : apps;
}

function isProgramPath(path: string): boolean {
  return (
    !/(^|\/)(tests?|docs?|scripts|examples?)\//.test(path) &&
    !/(^|\/)(conftest|test_[^/]*|noxfile|setup)\.py$/.test(path)
  );
}

/** A program by its name, by what its manifest installs, or by a framework that it imports. */
function holdsProgram(member: ProjectView): boolean {
  if (member.toml('pyproject.toml')?.get('project', 'scripts')) return true;
  const frameworks = ['fastapi', 'flask', 'django', 'litestar', 'streamlit', 'starlette', 'celery'].map(
    importOf,
  );
  return member.files
    .filter((path) => path.endsWith('.py') && isProgramPath(path))
    .some((path) => {
      if (/(^|\/)(main|app|server|manage|run|bot|__main__)\.py$/.test(path)) return true;
      const file = member.read(path);
      return file !== null && frameworks.some((imports) => occurs(imports, { file, code: file.text }));
    });
}

function membersOf(root: ProjectView): Member[] {
  return memberManifests(root).flatMap((path) => {
    const manifest = root.toml(path);
    const name = manifest?.string('project', 'name')?.value;
    if (!manifest || name === undefined) return [];
    const dependencies = textsOf(manifest.get('project', 'dependencies')?.value).flatMap(
      (value) => requirement({ value, source: path })?.name ?? [],
    );
    return [{ folder: path.slice(0, -'/pyproject.toml'.length), name, dependencies }];
  });
}

function neededBy({ dependencies }: Member, members: readonly Member[]): Member[] {
  return members.filter(({ name }) => dependencies.includes(normalizedName(name)));
}
