import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';
import type { GoPackage } from './packages.js';
import type { GoSource } from './sources.js';

/** Settings of what generates code, and the command that does. */
const generators: readonly (readonly [file: string, command: string])[] = [
  ['buf.gen.yaml', '`buf generate`'],
  ['sqlc.yaml', '`sqlc generate`'],
  ['sqlc.yml', '`sqlc generate`'],
  ['gqlgen.yml', '`go run github.com/99designs/gqlgen generate`'],
  ['ent/schema', '`go generate ./ent`'],
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
): void {
  const required = modules.all.flatMap(({ requires }) => [...requires.keys()]);
  for (const { imports } of sources) {
    for (const imported of imports) {
      // A module of its own below this one's path, which the module proxy brings.
      if (required.some((path) => imported.value === path || imported.value.startsWith(`${path}/`))) continue;
      const folder = modules.folderOf(imported.value);
      // A folder that is not walked (build, vendor) is there all the same.
      if (folder !== null && !packages.has(folder) && !project.hasFolder(folder))
        throw missing(project, imported);
    }
  }
}

function missing(project: ProjectView, { value, source }: Fact<string>): InputError {
  const [, command = '`go generate`, or what the project documents,'] =
    generators.find(([file]) => project.has(file) || project.hasFolder(file)) ?? [];
  return new InputError(
    'generate-first',
    `${source}: ${value} is imported, and no such package is here`,
    `code that is generated has to be there before the image is built: run ${command} and commit the result, or run it before docker build`,
  );
}
