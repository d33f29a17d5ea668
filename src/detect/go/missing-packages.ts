import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { isBelow, type GoModules } from './modules.js';
import type { GoPackage } from './packages.js';
import { distinctImports, type GoSource } from './sources.js';

/** What generates code, by what is imported and by files and folders at the root. */
const generators: readonly (readonly [imported: RegExp, path: string, command: string])[] = [
  // https://github.com/swaggo/swag#getting-started
  [/\/docs$/, 'go.mod', '`swag init`'],
  [/./, 'buf.gen.yaml', '`buf generate`'],
  [/./, 'sqlc.yaml', '`sqlc generate`'],
  [/./, 'sqlc.yml', '`sqlc generate`'],
  [/./, 'gqlgen.yml', '`go run github.com/99designs/gqlgen generate`'],
  [/./, 'ent/schema', '`go generate ./ent`'],
];

/**
 * Refuses a program that imports a package of its own module which is not there: the compiler would stop. `generate-first` names
 * the import, and the tool that makes it where its settings are there.
 */
export function refuseMissingPackages(
  project: ProjectView,
  sources: readonly GoSource[],
  packages: ReadonlyMap<string, GoPackage>,
  modules: GoModules,
  generated: readonly string[],
): void {
  const required = modules.all.flatMap(({ requires }) => [...requires.keys()]);
  for (const imported of distinctImports(sources)) {
    // A module of its own below this one's path, which the module proxy brings.
    if (required.some((path) => isBelow(imported.value, path))) continue;
    const folder = modules.folderOf(imported.value);
    if (folder === null && isSibling(imported.value, modules)) throw otherModule(imported);
    if (folder === null || packages.has(folder)) continue;
    if (generated.some((maker) => folder.startsWith(`${maker}/`))) continue;
    if (!mayHoldGo(project, folder)) throw missing(project, imported);
  }
}

/** `example.org/team/shared` beside `example.org/team/shop`, which requires no such module: another folder of a workspace, as a rule. */
function isSibling(importPath: string, { all }: GoModules): boolean {
  const above = (all[0]?.path?.value ?? '').replace(/\/v\d+$/, '').replace(/\/[^/]+$/, '/');
  return /\..*\/.+\/$/.test(above) && importPath.startsWith(above);
}

function otherModule({ value, source }: Fact<string>): InputError {
  return new InputError(
    'module-missing',
    `${source}: ${value} is imported, and no module here or in go.mod brings it`,
    'where a go.work above holds that module too, give its folder, and --start with the package (`--start ./api`); else run `go mod tidy`',
  );
}

/** A folder that is not walked (build, vendor) may; one with nothing but definitions (`.proto`) does not. */
function mayHoldGo(project: ProjectView, folder: string): boolean {
  const held = project.files.filter((path) => path.startsWith(`${folder}/`));
  const own = held.filter((path) => !path.slice(folder.length + 1).includes('/'));
  return held.length === 0 ? project.hasFolder(folder) : own.some((path) => path.endsWith('.go'));
}

function missing(project: ProjectView, { value, source }: Fact<string>): InputError {
  const [, , command = '`go generate ./...` (`protoc` for .proto files), or what the project documents,'] =
    generators.find(
      ([imported, path]) => imported.test(value) && (project.has(path) || project.hasFolder(path)),
    ) ?? [];
  return new InputError(
    'generate-first',
    `${source}: ${value} is imported, and no such package is here`,
    `code that is generated has to be there before the image is built: run ${command} and commit the result, or run it before docker build`,
  );
}
