import type { GoModules } from './modules.js';
import type { GoSource } from './sources.js';

/** A folder of Go files that are compiled together. */
export interface GoPackage {
  /** From the app's root, `''` for the root. */
  readonly folder: string;
  readonly sources: readonly GoSource[];
}

/** The packages of the project's own modules, by folder. Modules that nothing builds here are left out. */
export function packagesOf(sources: readonly GoSource[], modules: GoModules): Map<string, GoPackage> {
  const own = sources.filter(({ folder }) => modules.owns(folder));
  const folders = [...new Set(own.map(({ folder }) => folder))];
  return new Map(
    folders.map((folder) => [folder, { folder, sources: own.filter((source) => source.folder === folder) }]),
  );
}

/** The sources that a program is built from: its package and every package of the project that it imports, itself first. */
export function sourcesOfProgram(
  folder: string,
  packages: ReadonlyMap<string, GoPackage>,
  modules: GoModules,
): GoSource[] {
  const reached = new Set([folder]);
  for (const at of reached) {
    for (const { imports } of packages.get(at)?.sources ?? []) {
      for (const { value } of imports) {
        const imported = modules.folderOf(value);
        if (imported !== null && packages.has(imported)) reached.add(imported);
      }
    }
  }
  return [...reached].flatMap((at) => packages.get(at)?.sources ?? []);
}
