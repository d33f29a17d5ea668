import { posix } from 'node:path';
import type { ProjectView } from '../../project/view.js';
import { appAt } from './app-at.js';
import { buildOf } from './build.js';
import { frameworkOf } from './framework.js';
import type { NodeApp } from './node-app.js';
import { nxBuild } from './nx.js';
import { runningOf, type Running } from './running.js';
import { startedMember } from './started-member.js';
import { dependsOn, membersOf, type Member } from './workspace.js';

/** Programs that only hand a command on to the members. */
const delegates = new Set(['npm', 'npx', 'pnpm', 'yarn', 'bun', 'turbo', 'nx', 'lerna', 'moon', 'rush']);
/** Members that test or show another one. */
const aside = /(?:^|[-/])(?:e2e|storybook)$/;
const startScript = /^(?:start|serve|server|preview)(?::|$)/;

/**
 * The folders of a workspace's deployable members, null where the root itself is the app: it starts a program, or
 * there is no member to take its place.
 */
export function workspaceApps(project: ProjectView): string[] | null {
  const members = membersOf(project);
  const sharing = sharingProjects(project, members);
  if (members.length + sharing.length === 0 || startsItself(project)) return null;
  const found = members
    .filter((member) => isDeployable(project, member, members))
    .map(({ folder }) => folder);
  const started = startedMember(project)?.value;
  const all = [...new Set([...(started === undefined ? [] : [started]), ...found, ...sharing])].sort();
  return all.length === 0 ? null : all;
}

/** Projects of Nx that use the root's packages and are built into something that runs. */
function sharingProjects(project: ProjectView, members: readonly Member[]): string[] {
  if (!project.has('nx.json')) return [];
  const folders = project.files
    .filter((path) => path.endsWith('/project.json'))
    .map((path) => posix.dirname(path))
    .filter((folder) => !members.some((member) => member.folder === folder) && !aside.test(folder));
  return folders.filter((folder) => {
    const type = project.json(`${folder}/project.json`)?.string('projectType')?.value;
    return type !== 'library' && nxBuild(project, folder) !== null;
  });
}

function startsItself(project: ProjectView): boolean {
  const app = appAt(project, null, null);
  const { start, site, words } = appRunning(app);
  // A framework at the root of an Nx workspace is there for its members.
  const script = app.manifest.script('start');
  if (project.has('nx.json') && (script === null || /^nx\b/.test(script.value))) return false;
  return (start !== null && !delegates.has(words[0] ?? '')) || site !== null;
}

function isDeployable(project: ProjectView, member: Member, members: readonly Member[]): boolean {
  if (aside.test(member.folder)) return false;
  const app = appAt(project.below(member.folder), null, { root: project, folder: member.folder });
  const { start, site } = appRunning(app);
  if (start === null && site === null) return false;
  const starts = Object.keys(scriptsOf(app)).some((name) => startScript.test(name));
  const isLibrary = members.some((other) => other !== member && dependsOn(other, member));
  if (app.nx) return !isLibrary;
  return starts ? !isLibrary || start !== null : !isLibrary && frameworkOf(app) !== null;
}

function scriptsOf({ manifest }: NodeApp): object {
  const scripts: unknown = manifest.get('scripts')?.value;
  return typeof scripts === 'object' && scripts !== null ? scripts : {};
}

function appRunning(app: NodeApp): Running {
  const framework = frameworkOf(app);
  return runningOf(app, buildOf(app, framework), framework);
}
