import { posix } from 'node:path';
import type { LanguagePart } from './context.js';
import { dockerfileName, type ImagePlace } from './image-place.js';
import type { Copy, IgnoreGroup, Plan } from './plan.js';

type Part = Pick<LanguagePart<Plan['build']>, 'build' | 'ignore' | 'leftovers' | 'needed'>;

/** What the build context goes without, made for one app. */
export interface Ignoring {
  readonly groups: readonly IgnoreGroup[];
  /** Files that the build needs though their like is left out as secret or as data: the last rules. */
  readonly exceptions: readonly string[];
}

/**
 * The language's own patterns, and exceptions for what its templates copy and what the app reads. Folders come back before the
 * rules for secrets, so that none in them does; single files behind them. `harmless`: files from the build context's root that look
 * like secrets by their names alone; `beside`: patterns of files that images have beside their apps.
 */
export function ignoring(part: Part, harmless: readonly string[], beside: readonly string[]): Ignoring {
  const needed = [...part.needed, ...copied(part.build).filter(isUsuallyLeftOut)];
  const unwanted = new Set(part.ignore);
  const groups = [
    { title: 'Files of the images, beside their apps', patterns: beside },
    { title: 'Documents and tests of the members', patterns: part.leftovers ?? [] },
    {
      title: 'Needed by the build all the same',
      patterns: needed.filter((path) => !isFile(path)).map((path) => `!${path.replace(/\/$/, '')}`),
    },
    { title: 'Made by builds and tools', patterns: part.ignore },
  ].map((group) => ({ ...group, patterns: [...new Set(group.patterns)] }));
  return {
    groups: groups.filter(({ patterns }) => patterns.length > 0),
    exceptions: [...new Set([...needed.filter(isFile), ...harmless.map(escaped)])].filter(
      (path) => !unwanted.has(path),
    ),
  };
}

/** In the build context, where the app is not its root: its own image's files and those of the apps that lie where it does. */
export function filesBesideApps(app: string, { context }: ImagePlace): string[] {
  if (app === context) return [];
  const places = posix.join(posix.dirname(posix.relative(context, app)), '*');
  return [`${dockerfileName}*`, 'compose*.y*ml', 'CONTAINER.md'].map((name) => posix.join(places, name));
}

/** `.npmrc`, `docs/package.json`; not `docs`, `*.md`. */
function isFile(path: string): boolean {
  return /\.[^/*]+$/.test(path);
}

/** What the rules of every .dockerignore hide, as far as templates copy such files by name. */
const leftOut = [/(?:^|\/)(?:docs|tests?)(?:\/|$)/, /^[^/]+\.md$/, /(?:^|\/)\.(?:npmrc|yarnrc\.yml)$/];

function isUsuallyLeftOut(path: string): boolean {
  return leftOut.some((pattern) => pattern.test(path));
}

/** What the build stages copy from the build context before the sources, folders with `/` at the end. */
function copied(build: Plan['build']): string[] {
  if (build.language === 'none') return [];
  if (build.language !== 'go') return sourcesOf(build.installFiles);
  return [...sourcesOf(build.moduleFiles), ...sourcesOf(build.frontEnd?.build.installFiles ?? [])];
}

function sourcesOf(copies: readonly Copy[]): string[] {
  return copies.flatMap(({ sources }) => sources);
}

/** A path as a pattern that fits nothing else. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&');
}
