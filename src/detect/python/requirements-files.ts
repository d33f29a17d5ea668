import type { Fact, Warning } from '../../fact.js';
import { projectPath } from '../../project/project-path.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { requirement, type Requirement } from './requirement.js';

/** What pip's requirements files say. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export interface RequirementsFiles {
  /** To install with `-r`, in order. */
  readonly top: readonly string[];
  /** These and everything they include, sorted. */
  readonly all: readonly string[];
  readonly requirements: readonly Requirement[];
  /** Folders of the project that they install (`-e ./lib`, `./lib`); `''` is the project itself. */
  readonly folders: readonly Fact<string>[];
  readonly warnings: readonly Warning[];
}

/** What the lines of one file, and of the files that it includes, come to. */
interface Statements {
  readonly paths: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly folders: readonly Fact<string>[];
  readonly warnings: readonly Warning[];
}

/** Where production requirements stand; the first one that is there is taken. */
const places = [
  'requirements.txt',
  'requirements/prod.txt',
  'requirements/production.txt',
  'requirements/base.txt',
  'requirements/requirements.txt',
  'requirements-prod.txt',
  'requirements.prod.txt',
  'requirements/main.txt',
  'requirements/common.txt',
];

const nothing: Statements = { paths: [], requirements: [], folders: [], warnings: [] };

/** Reads the project's requirements files and what they include, never outside of the project. */
export function requirementsFiles(project: ProjectView): RequirementsFiles {
  const top = places.find((path) => project.has(path));
  if (top === undefined) return { top: [], all: [], requirements: [], folders: [], warnings: [] };
  const { paths, requirements, folders, warnings } = statementsOf(project, top, []);
  return { top: [top], all: [...new Set(paths)].sort(), requirements, folders, warnings };
}

/** `above`: the files that lead here, so that two files which include each other come to an end. */
function statementsOf(project: ProjectView, path: string, above: readonly string[]): Statements {
  const file = project.read(path);
  if (file === null || above.includes(path)) return nothing;
  const parts = linesOf(file).map((line) => statement(project, path, line, above));
  return {
    paths: [path, ...parts.flatMap(({ paths }) => paths)],
    requirements: parts.flatMap(({ requirements }) => requirements),
    folders: parts.flatMap(({ folders }) => folders),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

function linesOf(file: ProjectFile): Fact<string>[] {
  return file.text.split('\n').flatMap((line, index) => {
    const value = line
      .replace(/(^|\s)#.*$/, '')
      .replace(/\s--hash.*$|\\$/, '')
      .trim();
    return value === '' ? [] : [{ value, source: `${file.fact(0).source}:${index + 1}` }];
  });
}

function statement(
  project: ProjectView,
  path: string,
  line: Fact<string>,
  above: readonly string[],
): Statements {
  const { value, source } = line;
  const included = /^(?:(?<requirement>-r|--requirement)|-c|--constraint)[ \t=]*(?<file>\S+)$/.exec(
    value,
  )?.groups;
  if (included) {
    const found = include(project, path, { value: included['file']!, source }, above);
    // A constraint chooses versions, it installs nothing.
    return included['requirement'] ? found : { ...found, requirements: [], folders: [] };
  }
  const installed = value.replace(/^(?:-e|--editable)[ \t=]*/, '');
  const folder = /^(\.{1,2}(?:\/[^\s[]*)?)(?:\[[^\]]*\])?$/.exec(installed)?.[1];
  if (folder) return localFolder({ value: folder, source });
  const repository = /^git\+\S+?(?:#egg=([\w.-]+))?$/.exec(installed);
  const read = requirement({ value: repository ? `${repository[1] ?? 'git'} @ git+` : installed, source });
  return { ...nothing, requirements: read ? [read] : [] };
}

/** pip takes an included path relative to the file that names it. */
function include(
  project: ProjectView,
  from: string,
  { value, source }: Fact<string>,
  above: readonly string[],
): Statements {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
  const path = projectPath(folder + value);
  if (path !== null && project.has(path)) return statementsOf(project, path, [...above, from]);
  return warned(
    `${source} includes ${value}, which is ${path === null ? 'outside of the project' : 'not there'}: pip will stop`,
    source,
  );
}

/** Unlike an include, a folder is taken relative to where pip runs. */
function localFolder({ value, source }: Fact<string>): Statements {
  const path = projectPath(value);
  if (path === null) return warned(`${source} installs ${value}, which is outside of the project`, source);
  return { ...nothing, folders: [{ value: path, source }] };
}

function warned(message: string, source: string): Statements {
  return { ...nothing, warnings: [{ code: 'BI132', message, source }] };
}
