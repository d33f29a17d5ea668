import type { Fact } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { shellCommands } from '../shell-words.js';
import { statements } from '../platform/files.js';
import { makeVariables } from './make-variables.js';
import { packageOf } from './stated-program.js';

/** Files in which people write down `go build …`, as lines of a shell. */
export const buildScripts: readonly string[] = [
  'Makefile',
  'makefile',
  'GNUmakefile',
  'Taskfile.yml',
  'Taskfile.yaml',
  'justfile',
  'Justfile',
];

/** Settings of what builds anew while somebody writes; their flags are for that alone. https://github.com/air-verse/air */
const watcher = '.air.toml';

/** Settings of GoReleaser, and of ko, which speaks as GoReleaser does. https://ko.build/configuration/ */
export const releaseFiles: readonly string[] = ['.goreleaser.yaml', '.goreleaser.yml', '.ko.yaml'];

/** The folders of the packages that the project's own build commands name, the most telling first. */
export function statedBuilds(project: ProjectView): Fact<string>[] {
  return [
    ...statements(project).flatMap(({ build, variables }) => [
      ...(build ? fromLine(build) : []),
      ...targets(variables?.get('BP_GO_TARGETS') ?? variables?.get('GOOGLE_BUILDABLE')),
    ]),
    ...releases(project),
    ...[...buildScripts, watcher].flatMap((name) => fromScript(project.read(name))),
  ];
}

/** `go build -o server ./cmd/server` */
function fromLine({ value, source }: Fact<string>): Fact<string>[] {
  return shellCommands(value).flatMap(({ words }) => {
    const at = words.findIndex(
      (word, index) => word === 'go' && /^(?:build|install|run)$/.test(words[index + 1] ?? ''),
    );
    const found = at < 0 ? null : packageOf(words.slice(at + 2));
    return found === null ? [] : [{ value: found.folder, source }];
  });
}

/** `cd shop && go install`, `cd ./shop; go build .` */
const entered = /\bcd[ \t]+(?:\.\/)?(?<folder>\w[\w./-]*)[ \t]*(?:;|&&)[^;&|]*$/;

/** Variables of tasks, and those that a Makefile is given, name no package. */
function fromScript(file: ProjectFile | null): Fact<string>[] {
  if (file === null) return [];
  const filled = makeVariables(file.text);
  const lines = file.text.matchAll(
    /^(?<before>.*)(?:\bgo|\$[({]GO[)}])[ \t]+(?:build|install)\b(?<rest>(?:\\\n|[^\n])*)$/gm,
  );
  return [...lines].flatMap(({ groups, index }) => {
    const line = filled((groups?.['rest'] ?? '').replaceAll('\\\n', ' '));
    // ./cmd/shop/*.go and ./cmd/shop/* are the files of a package.
    const rest = line.replace(/[;&|].*$|["']\s*$/s, '').replace(/\/\*(?:\.go)?(?=\s|$)/g, '');
    const named = fromLine(file.fact(`go build ${rest}`, index));
    const folder = entered.exec(groups?.['before'] ?? '')?.groups?.['folder'];
    const found =
      folder === undefined
        ? named
        : named.length > 0
          ? named.map(({ value, source }) => ({ value: joinPaths(folder, value), source }))
          : [file.fact(folder, index)];
    return found.filter(({ value }) => /^[\w./-]*$/.test(value));
  });
}

/** `./cmd/web:./cmd/worker`: the first is the default process. */
function targets(stated: Fact<string> | undefined): Fact<string>[] {
  const folder = stated && projectPath(stated.value.split(/[:,\s]/)[0] ?? '');
  return stated && folder !== null && folder !== undefined ? [{ value: folder, source: stated.source }] : [];
}

/** `main: ./cmd/server`. https://goreleaser.com/customization/builds/go/ */
function releases(project: ProjectView): Fact<string>[] {
  const files = releaseFiles.map((name) => project.read(name));
  // A parser for YAML costs more than all the rest of detection.
  return files.flatMap((file) =>
    targets(file?.match(/^[ \t-]+main:[ \t]*["']?(?<value>[^\s"'#{}]+)/m) ?? undefined),
  );
}
