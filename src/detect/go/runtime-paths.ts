import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';
import { hinted, matches, type Pattern } from './pattern.js';
import type { GoSource } from './sources.js';

/** What a program opens beside itself when it runs, from the app's root, sorted. */
export interface RuntimePaths {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

const path = String.raw`["\x60](?<path>[^"\x60\n]{1,200})["\x60]`;

/** Calls that open a path relative to the working directory. */
const openers: readonly Pattern[] = [
  hinted(
    /\b(?:Parse|LoadHTML|Serve|Read|Open|DirFS|Glob|SendFile|File|Dir|AddConfig|SetConfig|Load)/,
    String.raw`\b(?:ParseGlob|ParseFiles|LoadHTMLGlob|LoadHTMLFiles|ServeFile|ReadFile|ReadDir|Open|DirFS|Glob|SendFile|File|Dir|AddConfigPath|SetConfigFile|Load)\(\s*(?:[\w.]{1,40}\s*,\s*){0,2}${path}`,
  ),
  hinted(/\.Static/, String.raw`\.Static(?:FS|File)?\(\s*"[^"\n]{0,200}"\s*,\s*(?:[\w.]{1,40}\(\s*)?${path}`),
  hinted(/html\.New\(/, String.raw`\bhtml\.New\(\s*${path}`),
  hinted(/file:\/\//, String.raw`["\x60]file://(?<path>[^"\x60\n:]{1,200})["\x60]`),
];

/** Settings and secrets of a developer's machine never belong into an image. */
const neverCopied = /(^|\/)\.env(\.|$)|\.(pem|key|p12|pfx)$/;

/** Folders and files that are named literally and are there. Paths out of the project are no part of it. */
export function runtimePaths(
  project: ProjectView,
  sources: readonly GoSource[],
  modules: GoModules,
): RuntimePaths {
  const folders = new Set<string>();
  const files = new Set<string>();
  for (const { code } of sources) {
    for (const opener of openers) {
      for (const found of matches(opener, code)) {
        const named = namedPath(project, found.groups?.['path'] ?? '', modules);
        if (named === null) continue;
        if (project.hasFolder(named)) folders.add(named);
        else if (project.has(named) && !neverCopied.test(named))
          (named.includes('/') ? folders : files).add(holder(named));
      }
    }
  }
  return { folders: outermost([...folders].sort()), files: [...files].sort() };
}

/** A glob stands for the folder before its first wildcard. The root itself is no folder to copy. */
function namedPath(project: ProjectView, written: string, { all }: GoModules): string | null {
  const plain = /[*?[]/.test(written) ? written.replace(/\/?[^/]*[*?[].*$/, '') : written;
  const named = projectPath(plain);
  if (named === null || named === '') return null;
  const bases = ['', ...all.map(({ folder }) => folder)];
  const places = bases.map((folder) => joinPaths(folder, named));
  const place = places.find((candidate) => project.hasFolder(candidate) || project.has(candidate));
  return place === undefined || !isPlain(place) ? null : place;
}

/** A name that a COPY line can carry as it is. */
function isPlain(named: string): boolean {
  return /^[\w.@+\-/]+$/.test(named);
}

function holder(named: string): string {
  return named.includes('/') ? named.slice(0, named.lastIndexOf('/')) : named;
}

function outermost(sorted: readonly string[]): string[] {
  return sorted.filter((folder) => !sorted.some((other) => folder.startsWith(`${other}/`)));
}
