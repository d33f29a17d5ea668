import type { Fact, Warning } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { allowsMinor, releaseNumbers } from './version-order.js';

/** Which Python the project asks for, and where its files disagree. */
export interface PythonVersion {
  readonly version: Fact<string> | null;
  readonly warnings: readonly Warning[];
}

/** Where an exact version is stated, in the order in which tools look for it: the first one wins. */
const exactPlaces: readonly ((project: ProjectView) => Fact<string> | null)[] = [
  (project) => matchIn(project, '.python-version', /^[ \t]*(?:cpython-|python-?)?(?<value>\d+\.\d+[\w.]*)/m),
  (project) => matchIn(project, 'runtime.txt', /^[ \t]*(?:python-)?(?<value>\d+\.\d+[\w.]*)/m),
  (project) => pipfileVersion(project, 'python_full_version'),
  (project) => pipfileVersion(project, 'python_version'),
  (project) => matchIn(project, '.tool-versions', /^[ \t]*python[ \t]+(?<value>\d+\.\d+[\w.]*)/m),
  (project) => miseVersion(project, 'mise.toml'),
  (project) => miseVersion(project, '.mise.toml'),
  (project) => miseVersion(project, '.config/mise.toml'),
  (project) => miseVersion(project, '.config/mise/config.toml'),
  condaVersion,
];

/** Where a range is stated. A range is what the program runs with, an exact version is what it is run with. */
const rangePlaces: readonly ((project: ProjectView) => Fact<string> | null)[] = [
  requiredPython,
  (project) => poetryVersion(project),
  (project) => matchIn(project, 'setup.cfg', /^[ \t]*python_requires[ \t]*=[ \t]*(?<value>[^\s#][^\n#]*)/m),
  (project) => matchIn(project, 'setup.py', /\bpython_requires[ \t]*=[ \t]*["'](?<value>[^"'\n]+)["']/),
];

/** `.python-version`, `runtime.txt`, Pipfile, `.tool-versions`, mise, conda; then `requires-python` and its kin. */
export function pythonVersion(project: ProjectView): PythonVersion {
  const exact = exactPlaces.flatMap((place) => place(project) ?? []).filter(({ value }) => isVersion(value));
  const ranges = rangePlaces.flatMap((place) => place(project) ?? []).filter(({ value }) => /\d/.test(value));
  const version = exact[0] ?? ranges[0] ?? null;
  return {
    version: version && { ...version, value: version.value.trim() },
    warnings: [...conflicts(exact, ranges), ...otherInterpreters(project)],
  };
}

/** https://packaging.python.org/en/latest/specifications/pyproject-toml/#requires-python */
export function requiredPython(project: ProjectView): Fact<string> | null {
  return project.toml('pyproject.toml')?.string('project', 'requires-python') ?? null;
}

/** The minor that is asked for (12 for `3.12.4` and `==3.12.*`), null where several will do. */
export function statedMinor(version: Fact<string> | null): number | null {
  const exact = /^(?:==?\s*)?3\.(?<minor>\d+)(?:\.[\w*]+)*$/.exec(version?.value ?? '');
  return exact === null ? null : Number(exact.groups?.['minor']);
}

/** Interpreters that no image here carries: `pypy3.10`, the build without a global lock. */
function otherInterpreters(project: ProjectView): Warning[] {
  const named = matchIn(
    project,
    '.python-version',
    /^[ \t]*(?<value>(?:pypy|graalpy|miniconda|anaconda|jython)[\w.-]*|\d+\.\d+[\d.]*t)[ \t]*$/m,
  );
  if (named === null) return [];
  const message = `${named.source} asks for ${named.value}, and only the usual build of CPython is served: it is taken, test with it`;
  return [{ code: 'BI174', message, source: named.source }];
}

function conflicts(exact: readonly Fact<string>[], ranges: readonly Fact<string>[]): Warning[] {
  const [chosen, ...others] = exact;
  if (!chosen) return [];
  const contrary = [
    ...others.filter(({ value }) => minorOf(value) !== minorOf(chosen.value)),
    ...ranges.filter(({ value }) => !allowsMinor(value, minorOf(chosen.value))),
  ];
  return contrary.map(({ value, source }) => ({
    code: 'BI131',
    message: `${chosen.source} asks for Python ${chosen.value}, ${source} for ${value}: ${chosen.value} is taken`,
    source,
  }));
}

function minorOf(version: string): string {
  return releaseNumbers(version).slice(0, 2).join('.');
}

/** `3.12`, `3.12.1`, `3.14.0rc1`; not `latest`, not another implementation. */
function isVersion(value: string): boolean {
  return /^\d+\.\d+(\.\d+)?[a-z\d]*t?$/.test(value.trim());
}

function matchIn(project: ProjectView, path: string, pattern: RegExp): Fact<string> | null {
  const file: ProjectFile | null = project.read(path);
  return file?.match(pattern) ?? null;
}

/** A Pipfile beside the lock file of another package manager is left over. */
function pipfileVersion(project: ProjectView, key: string): Fact<string> | null {
  if (['uv.lock', 'poetry.lock', 'pdm.lock'].some((path) => project.has(path))) return null;
  return project.toml('Pipfile')?.string('requires', key) ?? null;
}

/** `- python=3.11` among a conda environment's dependencies. */
function condaVersion(project: ProjectView): Fact<string> | null {
  const stated =
    /^[ \t]*-[ \t]*["']?python[ \t]*={1,2}[ \t]*(?<value>\d+\.\d+[\d.]*?)(?:\.?\*)?["']?[ \t]*$/m;
  return matchIn(project, 'environment.yml', stated) ?? matchIn(project, 'environment.yaml', stated);
}

/** `python = "3.12"`, `python = ["3.12", "3.11"]`, `python = { version = "3.12" }`. */
function miseVersion(project: ProjectView, path: string): Fact<string> | null {
  const mise = project.toml(path);
  return (
    mise?.string('tools', 'python') ??
    mise?.string('tools', 'python', '0') ??
    mise?.string('tools', 'python', 'version') ??
    null
  );
}

function poetryVersion(project: ProjectView): Fact<string> | null {
  const pyproject = project.toml('pyproject.toml');
  const keys = ['tool', 'poetry', 'dependencies', 'python'];
  return pyproject?.string(...keys) ?? pyproject?.string(...keys, 'version') ?? null;
}
