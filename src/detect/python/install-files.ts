import { joinPaths, projectPath } from '../../project/project-path.js';
import type { Parsed, ProjectView } from '../../project/view.js';
import { hasSeveralPackages } from './flat-layout.js';
import { normalizedName } from './name.js';
import type { PythonPackageManager } from './package-manager.js';
import { memberManifests } from './uv-workspace.js';
import type { RequirementsFiles } from './requirements-files.js';
import { listOf, tableOf, textOf, textsOf } from './shape.js';

/** Files that each package manager reads when it installs. */
const manifests: Readonly<Record<PythonPackageManager, readonly string[]>> = {
  // Not .python-version: the image brings the interpreter, and it may be a later patch release.
  uv: ['pyproject.toml', 'uv.lock', 'uv.toml'],
  poetry: ['pyproject.toml', 'poetry.lock', 'poetry.toml'],
  pdm: ['pyproject.toml', 'pdm.lock', 'pdm.toml'],
  pipenv: ['Pipfile', 'Pipfile.lock'],
  pip: [],
};

/** What pip builds a project from, where no requirements file lists its dependencies. */
const pipProject = ['pyproject.toml', 'setup.py', 'setup.cfg', 'MANIFEST.in'];

/** Paths that the install step reads, sorted, folders with a `/` at their end. What isn't there is left out. */
export function installFiles(
  project: ProjectView,
  manager: PythonPackageManager,
  requirements: RequirementsFiles,
  packaged: boolean,
): string[] {
  const pyproject = project.toml('pyproject.toml');
  const pip = requirements.top.length === 0 || packaged ? pipProject : [];
  const paths = [
    ...manifests[manager],
    ...(manager === 'pip' ? [...requirements.all, ...requirements.archives, ...pip] : []),
    ...(packaged ? metadataFiles(pyproject) : []),
    ...memberManifests(project),
  ].filter((path) => path.endsWith('/') || project.has(path));
  const folders = [...localFolders(pyproject), ...requirements.folders.map(({ value }) => value)]
    .filter((folder) => folder !== '' && project.hasFolder(folder))
    .map((folder) => `${folder}/`);
  return [...new Set([...paths, ...folders])].sort();
}

/**
 * Is something of the project's own installed? It has workspace members, or it has a build system or setup.py and isn't told to stay an application.
 * Poetry's default asks for a package that is really there.
 */
export function isPackaged(
  project: ProjectView,
  manager: PythonPackageManager,
  requirements: RequirementsFiles,
): boolean {
  if (manager === 'pip' && requirements.itself !== null) return true;
  const pyproject = project.toml('pyproject.toml');
  if (manager === 'uv' && memberManifests(project).length > 0) return true;
  const uvPackage = pyproject?.get('tool', 'uv', 'package')?.value;
  if (typeof uvPackage === 'boolean' && manager === 'uv') return uvPackage;
  if (manager === 'poetry')
    return (
      pyproject?.get('tool', 'poetry', 'package-mode')?.value !== false && hasOwnPackage(project, pyproject)
    );
  if (manager === 'pdm' && pyproject?.get('tool', 'pdm', 'distribution')?.value === false) return false;
  if (manager === 'pip' && hasSeveralPackages(project)) return false;
  if (pyproject?.get('build-system') && pyproject.get('project')) return true;
  // pip builds with setuptools where nothing else is named.
  if (manager === 'pip' && pyproject?.get('tool', 'setuptools') && pyproject.get('project', 'scripts'))
    return true;
  const isSetup =
    project.has('setup.py') || /^\[metadata\]|^\[options\]/m.test(project.read('setup.cfg')?.text ?? '');
  return manager === 'pip' && requirements.top.length === 0 && isSetup;
}

function hasOwnPackage(project: ProjectView, pyproject: Parsed | null): boolean {
  if (pyproject?.get('tool', 'poetry', 'packages')) return true;
  const name = pyproject?.string('project', 'name') ?? pyproject?.string('tool', 'poetry', 'name') ?? null;
  const module = name && normalizedName(name.value).replaceAll('-', '_');
  if (!module) return false;
  return project.hasFolder(module) || project.hasFolder(`src/${module}`) || project.has(`${module}.py`);
}

/** A package's metadata takes in its readme and license: the build stops where pyproject.toml names one that is missing. */
function metadataFiles(pyproject: Parsed | null): string[] {
  const named = [
    ...['project', 'poetry'].flatMap((table) => {
      const keys = table === 'project' ? ['project'] : ['tool', 'poetry'];
      const { readme, license } = tableOf(pyproject?.get(...keys)?.value);
      return [
        textOf(readme),
        textOf(tableOf(readme)['file']),
        ...textsOf(readme),
        textOf(tableOf(license)['file']),
      ];
    }),
    ...textsOf(pyproject?.get('project', 'license-files')?.value),
  ];
  return named.flatMap((path) => (path === null ? [] : (projectPath(path) ?? [])));
}

/** Dependencies that are folders of the project: `{ path = "libs/common" }`. */
function localFolders(pyproject: Parsed | null): string[] {
  const tables = [
    tableOf(pyproject?.get('tool', 'uv', 'sources')?.value),
    tableOf(pyproject?.get('tool', 'poetry', 'dependencies')?.value),
  ];
  return tables
    .flatMap((table) => Object.values(table))
    .flatMap((source) => (Array.isArray(source) ? listOf(source) : [source]))
    .flatMap((source) => {
      const path = textOf(tableOf(source)['path']);
      return path === null ? [] : (projectPath(joinPaths('', path)) ?? []);
    });
}
