import type { Warning } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import type { GoSource } from './sources.js';

/** A `//go:embed` of something that isn't there: the compiler would stop. */
export interface MissingEmbed {
  /** From the app's root, up to the first wildcard: `ui/build`. */
  readonly path: string;
  readonly pattern: string;
  readonly source: string;
}

/** What the program embeds and the project does not hold, often a front end that has to be built first. */
export function missingEmbeds(project: ProjectView, sources: readonly GoSource[]): MissingEmbed[] {
  return sources.flatMap(({ file, folder }) =>
    [...file.text.matchAll(/^\/\/go:embed (.*)$/gm)].flatMap((directive) =>
      patternsOf(directive[1] ?? '')
        .map((pattern) => ({
          pattern,
          path: plainPart(joinPaths(folder, pattern)),
          source: file.fact(pattern, directive.index).source,
        }))
        .filter(({ path }) => path !== '' && !project.hasFolder(path) && !project.has(path)),
    ),
  );
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

export function embedWarning({ pattern, source }: MissingEmbed): Warning {
  return {
    code: 'BI123',
    message: `the program embeds ${pattern}, which is not there: build it before the image, or in a stage of its own`,
    source,
  };
}
