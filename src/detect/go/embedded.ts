import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { directives, type GoSource } from './sources.js';

/** What a `//go:embed` names. */
export interface Embed {
  /** From the app's root, up to the first wildcard: `ui/build`. */
  readonly path: string;
  readonly pattern: string;
  /** Where the source lies that embeds it. */
  readonly folder: string;
  readonly source: string;
}

/** All that the program embeds. https://pkg.go.dev/embed */
export function embeds(sources: readonly GoSource[]): Embed[] {
  return sources.flatMap((source) =>
    directives(source, 'embed').flatMap((directive) =>
      patternsOf(directive.value)
        .map((pattern) => ({
          pattern,
          folder: source.folder,
          path: plainPart(joinPaths(source.folder, pattern)),
          source: directive.source,
        }))
        .filter(({ path }) => path !== ''),
    ),
  );
}

/** Of these what the project does not hold: the compiler would stop. Often a front end that has to be built first. */
export function missingEmbeds(project: ProjectView, embedded: readonly Embed[]): Embed[] {
  return embedded.filter(({ path, folder }) => path !== folder && !isThere(project, path));
}

/** Build output below an embedded folder, which git leaves out: the compiler does without, and what is served does not. */
export function ignoredBelow(project: ProjectView, embedded: readonly Embed[]): Embed[] {
  const lines = (project.read('.gitignore')?.text ?? '').split('\n').map((line) => line.trim());
  const folders = lines
    .filter((line) => /^\/?[\w.-]+(?:\/[\w.-]+)+\/?$/.test(line))
    .map((line) => line.replace(/^\/|\/$/g, ''));
  return embedded.flatMap((embed) =>
    folders
      .filter((folder) => folder.startsWith(`${embed.path}/`) && !project.has(folder))
      .map((path) => ({ ...embed, path })),
  );
}

/** A folder of build output that git leaves out is somebody's own build, or a placeholder for it. */
function isThere(project: ProjectView, path: string): boolean {
  if (project.has(path)) return true;
  return project.hasFolder(path) && !isLeftOut(project, path) && !isPlaceholder(project, path);
}

function isPlaceholder(project: ProjectView, path: string): boolean {
  const page = project.has(`${path}/index.html`) ? project.read(`${path}/index.html`) : null;
  // Every build's page loads a script.
  if (page !== null) return /(?:^|\/)(?:dist|build|out)$/.test(path) && !/<script\b/i.test(page.text);
  const marks = ['.gitkeep', '.keep', '.gitignore', '.placeholder'].map((name) => `${path}/${name}`);
  // Nothing in a folder of build output is listed.
  const held = project.files.filter((file) => file.startsWith(`${path}/`));
  return marks.some((mark) => project.has(mark)) && held.every((file) => marks.includes(file));
}

/** Do the usual lines of a .gitignore name this folder? */
function isLeftOut(project: ProjectView, path: string): boolean {
  const names = path.split('/');
  return names.some((_, depth) => {
    const folder = names.slice(0, depth).join('/');
    const below = names.slice(depth).join('/');
    const lines = (project.read(joinPaths(folder, '.gitignore'))?.text ?? '').split('\n');
    const patterns = lines.map((line) => line.trim().replace(/^\/|\/?\*{0,2}$/g, ''));
    return (
      patterns.includes(below) ||
      (!below.includes('/') && patterns.includes(names.at(-1)!)) ||
      patterns.includes(`**/${names.at(-1)!}`)
    );
  });
}

function patternsOf(line: string): string[] {
  return (line.match(/"[^"]+"|`[^`]+`|\S+/g) ?? []).map((word) =>
    word.replace(/["`]/g, '').replace(/^all:/, ''),
  );
}

/** The folders before the first wildcard say enough. */
function plainPart(path: string): string {
  const names = path.split('/');
  const wildcard = names.findIndex((name) => /[*?[\\]/.test(name));
  return (wildcard === -1 ? names : names.slice(0, wildcard)).join('/');
}

/** Patterns that bring back what the build context usually lacks, and the program embeds. */
export function neededForEmbeds(embedded: readonly Embed[]): string[] {
  const needed = embedded.flatMap(({ path, pattern }) => {
    if (/^(?:docs|tests?|tmp)(?:\/|$)/.test(path)) return [path.split('/')[0]!];
    if (path === pattern && /^[^/]+\.md$/.test(path)) return [path];
    return /\.(?:pem|key)$/.test(path) ? [path] : [];
  });
  return [...new Set(needed)];
}

export function embedWarning({ pattern, source }: Embed): Warning {
  return {
    code: 'BI123',
    message: `the program embeds ${pattern}, which is not there: build it before the image, or in a stage of its own`,
    source,
  };
}
