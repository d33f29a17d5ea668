import { posix } from 'node:path';
import { loadBase } from '../catalogue/catalogue.js';
import { pathLines, rejectionLines } from '../decide/decision-lines.js';
import type { Decision, Step } from '../decide/decision.js';
import { ownComposeFile } from '../detect/repository/compose-files.js';
import { contextFromFolder, folderInContext, type ImagePlace } from './image-place.js';
import { planKubernetes } from './kubernetes.js';
import { platformsOf } from './pipeline.js';
import type { Docs, Plan, PlannedFile } from './plan.js';

/** What `CONTAINER.md` says beside the rest of the plan: for this very image, and the same at every run. Pure. */
export function planDocs(plan: Omit<Plan, 'docs'>, decision: Decision, app: string): Docs {
  const { folder, context, pipeline, updates, images } = plan;
  const accepted = pipeline.ci === 'none' ? null : pipeline.ignoreFile;
  const seen = (path: string | null | undefined) => (path ? posix.relative(folder, path) : null);
  const used = [...images.build, images.run].filter((image) => image !== 'scratch');
  return {
    images: [...new Set(used)],
    pinned: used.every((image) => image.includes('@')) ? 'digest' : 'tag',
    building: platformsOf(plan.build).length > 1 ? 'compiles' : 'emulates',
    runFlags: runFlags(plan),
    look: plan.shell === null ? 'shell' : 'target',
    copying: copying(plan),
    updates: seen(updates.file),
    pipeline: seen(pathOf(plan.files, 'images')),
    accepted: accepted && posix.relative(folder, accepted),
    acceptedFile: accepted && posix.relative(context, accepted),
    commandsIn: folder === context ? 'this folder' : `the project's root, \`${contextFromFolder(plan)}\``,
    composeUp: composeUp(plan),
    again: again(context, app),
    why: why(decision, images.run),
    kubernetes: planKubernetes(plan),
  };
}

/** How a file gets out of a running container. */
function copying({ base, shell }: Pick<Plan, 'base' | 'shell'>): Docs['copying'] {
  if (shell !== null) return 'debugger';
  return loadBase(base).tar ? 'tar' : 'cat';
}

/** Lines of `docker run` below its own, each a flag with its value. */
function runFlags({ run, service }: Pick<Plan, 'run' | 'service'>): [flag: string, value: string][] {
  const port: [string, string][] =
    run.port === null ? [] : [['--publish', `127.0.0.1:${run.port}:${run.port}`]];
  return [
    ...port,
    ...service.volumes.map(({ name, path }): [string, string] => [
      '--volume',
      `${service.name}-${name}:${path}`,
    ]),
    ...service.needs.map((name): [string, string] => ['--env', name]),
  ];
}

function pathOf(files: readonly PlannedFile[], mergedAs: PlannedFile['mergedAs']): string | undefined {
  return files.find((file) => file.mergedAs === mergedAs)?.path;
}

function composeUp(place: ImagePlace): string[] {
  const file = posix.join(folderInContext(place), ownComposeFile.name);
  return ['docker', 'compose', ...(file === ownComposeFile.name ? [] : ['--file', file]), 'up', '--build'];
}

/** The command, in words, that shows what a later version of this tool would write. */
function again(context: string, app: string): string[] {
  const root = posix.relative(context, '.');
  const which = app === '.' ? [] : ['--app', app];
  return ['npx', 'generator-baseimage', ...(root === '' ? [] : [root]), ...which, '--diff'];
}

/** The tree's path and what was not taken. */
function why({ steps, base, rejected }: Decision, image: string): string[] {
  const told = {
    steps: steps.map((step) => ({ ...step, source: lasting(step) })),
    base,
    rejected: rejected.map(({ source, reason, ...rest }) => ({
      ...rest,
      reason: source === null ? reason : reason.replaceAll(source, withoutLine(source)),
      source: source === null ? null : asked(withoutLine(source)),
    })),
  };
  const others = rejectionLines(told);
  return [...pathLines(told, image.replace(/@.*/, '')), ...(others.length === 0 ? [] : ['', ...others])];
}

function lasting({ source }: Step): string {
  return asked(withoutLine(source));
}

/** A flag of this run is a stored answer of the next one: the page says the same of both. */
function asked(source: string): string {
  return /^(?:--|answer$|\.yo-rc\.json)/.test(source) ? 'asked for' : source;
}

/** Lines move with every change of a file. */
function withoutLine(source: string): string {
  return source.replace(/(?::\d+)+$/, '');
}
