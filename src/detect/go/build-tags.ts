import type { ProjectView } from '../../project/view.js';
import { shellCommands } from '../shell-words.js';
import { makeVariables } from './make-variables.js';
import { packageOf } from './stated-program.js';
import { buildScripts } from './stated-builds.js';

/** What a static build implies here anyway, and what only developers and tests build with. */
const leftOut =
  /^(?:netgo|netcgo|osusergo|timetzdata|static\w*|musl|dev|develop\w*|debug|tests?|integration|e2e|unit|mock\w*|race)$/;
/** Systems and processors, which the compiler knows by itself. https://pkg.go.dev/cmd/go#hdr-Build_constraints */
const platforms = /^(?:linux|darwin|windows|freebsd|openbsd|netbsd|android|ios|386|amd64|arm|arm64)$/;

/** The build tags that the project's own scripts give for this package; none where a variable of another file holds them. https://pkg.go.dev/cmd/go#hdr-Build_constraints */
export function buildTags(project: ProjectView, mainFolder: string): string[] {
  for (const name of buildScripts) {
    const text = project.read(name)?.text ?? '';
    const filled = makeVariables(text);
    for (const [, rest] of text.matchAll(
      /(?:\bgo|\$[({]GO[)}])[ \t]+(?:build|install)\b((?:\\\n|[^\n;&|])*)/g,
    )) {
      const tags = tagsOf(filled(rest!.replaceAll('\\\n', ' ')), mainFolder);
      if (tags.length > 0) return tags;
    }
  }
  return [];
}

function tagsOf(line: string, mainFolder: string): string[] {
  const words = shellCommands(`go build ${line}`)[0]?.words.slice(2) ?? [];
  const at = words.findIndex((word) => /^-{1,2}tags(?:=|$)/.test(word));
  if (at < 0 || packageOf(words)?.folder !== mainFolder) return [];
  const stated = words[at]!.includes('=') ? words[at]!.replace(/^[^=]*=/, '') : (words[at + 1] ?? '');
  const tags = stated.split(/[ ,]+/).filter((tag) => tag !== '');
  return tags.every((tag) => /^[\w.]+$/.test(tag))
    ? tags.filter((tag) => !leftOut.test(tag) && !platforms.test(tag))
    : [];
}
