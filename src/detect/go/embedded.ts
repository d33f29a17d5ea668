import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { GoSource } from './sources.js';

/** `//go:embed` of something that isn't there, often a front end that has to be built first: the compiler would stop. */
export function missingEmbeds(project: ProjectView, sources: readonly GoSource[]): Warning[] {
  return sources.flatMap(({ file, folder }) =>
    [...file.text.matchAll(/^\/\/go:embed (.*)$/gm)].flatMap((directive) =>
      patternsOf(directive[1] ?? '')
        .filter((pattern) => !isThere(project, joinPaths(folder, pattern)))
        .map((pattern) => missing(pattern, file.fact(pattern, directive.index).source)),
    ),
  );
}

function patternsOf(line: string): string[] {
  return (line.match(/"[^"]+"|`[^`]+`|\S+/g) ?? []).map((word) =>
    word.replace(/["`]/g, '').replace(/^all:/, ''),
  );
}

/** The folders before the first wildcard say enough. */
function isThere(project: ProjectView, path: string): boolean {
  const names = path.split('/');
  const wildcard = names.findIndex((name) => /[*?[\\]/.test(name));
  if (wildcard === 0) return true;
  const plain = (wildcard === -1 ? names : names.slice(0, wildcard)).join('/');
  return project.hasFolder(plain) || (wildcard === -1 && project.has(plain));
}

function missing(pattern: string, source: string): Warning {
  return {
    code: 'BI123',
    message: `the program embeds ${pattern}, which is not there: build it before the image, or in a stage of its own`,
    source,
  };
}
