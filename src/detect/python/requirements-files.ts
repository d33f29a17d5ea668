import { InputError } from '../../errors.js';
import type { Fact, Warning } from '../../fact.js';
import { projectPath } from '../../project/project-path.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { normalizedName } from './name.js';
import { pythonPackages } from './native-packages.js';
import { requirement, type Requirement } from './requirement.js';

/** What pip's requirements files say. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export interface RequirementsFiles {
  /** To install with `-r`, in order. */
  readonly top: readonly string[];
  /** These and everything they include, sorted. */
  readonly all: readonly string[];
  readonly requirements: readonly Requirement[];
  /** Folders of the project that they install (`-e ./lib`, `./lib`). */
  readonly folders: readonly Fact<string>[];
  /** The project itself, as they install it: `.`, `.[web]`; null where they don't. */
  readonly itself: Fact<string> | null;
  /** Archives of the project that they install (`./wheels/a.whl`). */
  readonly archives: readonly string[];
  /** Packages that no index has for Linux, as they are written: the list was frozen on another system. */
  readonly unavailable: readonly Fact<string>[];
  readonly warnings: readonly Warning[];
}

/** What the lines of one file, and of the files that it includes, come to. */
interface Statements {
  readonly paths: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly folders: readonly Fact<string>[];
  readonly itself: readonly Fact<string>[];
  readonly archives: readonly string[];
  readonly unavailable: readonly Fact<string>[];
  /** Normalized names of `--no-binary`, `:all:` among them. */
  readonly withoutWheel: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Where production requirements stand; the first one that is there is taken. */
const places = [
  // What Rye locks, in pip's format. https://rye.astral.sh/guide/sync/
  'requirements.lock',
  'requirements.txt',
  'requirements/prod.txt',
  'requirements/production.txt',
  'requirements/base.txt',
  'requirements/requirements.txt',
  'requirements-prod.txt',
  'requirements.prod.txt',
  'requirements/main.txt',
  'requirements/common.txt',
  'requirements/default.txt',
  'requirements/app.txt',
  'reqs.txt',
  'requirements.pip',
  // What pip-tools would compile: nothing is pinned, and pip reads it all the same.
  'requirements.in',
  'requirements/prod.in',
  'requirements/base.in',
];

const nothing: Statements = {
  paths: [],
  requirements: [],
  folders: [],
  itself: [],
  archives: [],
  unavailable: [],
  withoutWheel: [],
  warnings: [],
};

/** Reads the project's requirements files and what they include, never outside of the project. */
export function requirementsFiles(project: ProjectView): RequirementsFiles {
  const top = places.find((path) => project.has(path));
  if (top === undefined) {
    const { withoutWheel: _, ...empty } = nothing;
    return { ...empty, top: [], all: [], itself: null };
  }
  const { paths, itself, withoutWheel, ...rest } = statementsOf(project, top, []);
  const requirements = rest.requirements.map((found) =>
    withoutWheel.includes(found.name) || withoutWheel.includes(':all:')
      ? { ...found, withoutWheel: true }
      : found,
  );
  return { ...rest, requirements, top: [top], all: [...new Set(paths)].sort(), itself: itself[0] ?? null };
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
    itself: parts.flatMap(({ itself }) => itself),
    archives: parts.flatMap(({ archives }) => archives),
    unavailable: parts.flatMap(({ unavailable }) => unavailable),
    withoutWheel: parts.flatMap(({ withoutWheel }) => withoutWheel),
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
    return included['requirement']
      ? found
      : { ...found, requirements: [], folders: [], itself: [], archives: [] };
  }
  const compiled = /^--no-binary[ \t=]+(?<names>\S+)$/.exec(value)?.groups?.['names'];
  if (compiled !== undefined) return { ...nothing, withoutWheel: compiled.split(',').map(normalizedName) };
  const installed = value.replace(/^(?:-e|--editable)[ \t=]*/, '').replace(/^file:(?=\.)/, '');
  if (/^\.\/?(?:\[[\w,\s-]*\])?$/.test(installed))
    return { ...nothing, itself: [{ value: installed.replace('/', '').replace(/\s/g, ''), source }] };
  const archives = archivesIn(project, installed);
  if (archives.length > 0) return { ...nothing, archives };
  const folder = /^(\.{1,2}(?:\/[^\s[]*)?)(?:\[[^\]]*\])?$/.exec(installed)?.[1];
  if (folder) return localFolder({ value: folder, source });
  const read = requirement({
    value: installed.startsWith('git+') ? `${repositoryName(installed)} @ git+` : installed,
    source,
  });
  if (read === null) return nothing;
  refuseMachinePath(installed, read);
  return pythonPackages().unavailable.includes(read.name)
    ? leftOut({ value: /^[\w.-]+/.exec(installed)![0], source })
    : { ...nothing, requirements: [read] };
}

/** `certifi @ file:///croot/…`, which conda and local installs write: that place is on one machine. */
function refuseMachinePath(line: string, { name, source }: Requirement): void {
  if (!/@\s*file:\/\/\//.test(line)) return;
  throw new InputError(
    'not-installable',
    `${source}: ${name} is taken from a folder of the machine on which the list was written`,
    'write it by its version; `pip list --format=freeze` writes the whole list so',
  );
}

function leftOut(name: Fact<string>): Statements {
  const message = `${name.value} can't be installed on Linux and is left out: give the line a marker ("; sys_platform == 'win32'"), or delete it`;
  return {
    ...nothing,
    unavailable: [name],
    warnings: [{ code: 'BI179', message, source: name.source }],
  };
}

/** `./wheels/a-1.0-py3-none-any.whl`, and the folder of `--find-links wheels`: relative to where pip runs. */
function archivesIn(project: ProjectView, line: string): string[] {
  const links = /^(?:-f|--find-links)[ \t=]+(?<folder>[\w./-]+)$/.exec(line)?.groups?.['folder'];
  const path = projectPath(links ?? line);
  if (path === null || path === '') return [];
  if (links !== undefined && project.hasFolder(path)) return [`${path}/`];
  return /\.(?:whl|tar\.gz|zip)$/.test(path) && project.has(path) ? [path] : [];
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

/** `menus` of `git+https://example.org/team/menus.git@v1#subdirectory=x`, or what stands behind `egg=`. */
function repositoryName(installed: string): string {
  const [address = '', fragment = ''] = installed.split(/\s/)[0]!.split('#');
  const egg = /(?:^|&)egg=(?<name>[\w.-]+)/.exec(fragment)?.groups?.['name'];
  const last = address
    .replace(/@[^/]*$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .at(-1)!;
  return egg ?? (/^[\w.-]+$/.test(last) ? last : 'git');
}
