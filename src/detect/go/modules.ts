import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { readModuleFile, type ModuleFile } from './module.js';

/** A module of the project: the one at the root, those that go.work uses, those that `replace` brings in. */
export interface GoModule extends ModuleFile {
  /** From the app's root, `''` for the root. */
  readonly folder: string;
}

/** A folder as written, and whether a build would have to read it. */
export interface OutsideModule extends Fact<string> {
  readonly isNeeded: boolean;
}

export interface GoModules {
  readonly workspace: ModuleFile | null;
  readonly all: readonly GoModule[];
  /** Folders that lie outside of the project, where no build can read them. */
  readonly outside: readonly OutsideModule[];
  /** Does this folder belong to one of the modules, and to no other module below it? */
  owns(folder: string): boolean;
  /** The folder of a package by its import path, null where it is no package of these modules. */
  folderOf(importPath: string): string | null;
}

/** Reads go.work, go.mod and the modules that they name. Throws InputError where neither leads to a module. */
export function readModules(project: ProjectView): GoModules {
  const workspace = readModuleFile(project, 'go.work');
  const outside: OutsideModule[] = [];
  const folders = new Set<string>();
  const modules: GoModule[] = [];

  const add = (folder: string): void => {
    if (folders.has(folder)) return;
    folders.add(folder);
    const file = readModuleFile(project, joinPaths(folder, 'go.mod'));
    if (file === null) return;
    modules.push({ ...file, folder });
    for (const { module, folder: written } of file.replacements)
      addFrom(folder, written, file.requires.has(module));
  };
  const addFrom = (base: string, written: Fact<string>, isNeeded: boolean): void => {
    const folder = projectPath(joinPaths(base, written.value));
    if (folder === null) outside.push({ ...written, isNeeded });
    else add(folder);
  };

  add('');
  for (const used of workspace?.uses ?? []) addFrom('', used, true);
  for (const replaced of workspace?.replacements ?? []) addFrom('', replaced.folder, false);
  if (modules.length === 0) throw noModule(project, workspace);

  const otherModules = project.files
    .filter((path) => path.endsWith('/go.mod'))
    .map((path) => path.slice(0, -'/go.mod'.length));
  const moduleFolders = [...new Set([...folders, ...otherModules])].sort((a, b) => b.length - a.length);
  const nearest = (folder: string): string | undefined =>
    moduleFolders.find((module) => module === '' || folder === module || folder.startsWith(`${module}/`));

  const innermostFirst = modules
    .filter(({ path }) => path)
    .sort((a, b) => b.path!.value.length - a.path!.value.length);

  return {
    workspace,
    all: modules,
    outside,
    owns: (folder) => modules.some((module) => module.folder === nearest(folder)),
    folderOf: (importPath) => {
      const module = innermostFirst.find(({ path }) => isBelow(importPath, path!.value));
      return module ? joinPaths(module.folder, importPath.slice(module.path!.value.length + 1)) : null;
    },
  };
}

/** Is this the import path of a module, or of a package in it? */
export function isBelow(importPath: string, module: string): boolean {
  return (
    importPath.startsWith(module) &&
    (importPath.length === module.length || importPath[module.length] === '/')
  );
}

/** Lists of dependencies from before Go had modules, and the tool that wrote each. */
const oldLists: readonly (readonly [path: string, tool: string])[] = [
  ['Gopkg.toml', 'dep'],
  ['Godeps/Godeps.json', 'godep'],
  ['glide.yaml', 'Glide'],
  ['vendor/vendor.json', 'govendor'],
];

function noModule(project: ProjectView, workspace: ModuleFile | null): InputError {
  const [path, tool] = oldLists.find(([list]) => project.has(list)) ?? [];
  if (workspace === null && path !== undefined)
    return new InputError(
      'no-go-module',
      `${path}: the dependencies are listed for ${tool}, and there is no go.mod here`,
      'run `go mod init` with the import path of this folder and `go mod tidy`, and commit go.mod and go.sum',
    );
  return new InputError(
    'no-go-module',
    workspace ? 'go.work:1: none of the folders it uses holds a go.mod' : 'there is no go.mod here',
    'run `go mod init`, or name the folder of the module with --app',
  );
}
