import type { Fact, Warning } from '../../fact.js';
import { cgoModules, type CgoModule } from './cgo-modules.js';
import type { GoModules } from './modules.js';
import type { GoSource } from './sources.js';

/** Whether building a program runs a C compiler, and where that is written. */
export interface CgoUse {
  readonly needed: Fact<boolean>;
  readonly warnings: readonly Warning[];
}

/** Only what the program's own sources import counts: a requirement of some other package's tests is not built. */
export function cgoUse(sources: readonly GoSource[], modules: GoModules): CgoUse {
  const own = sources.flatMap(ownCgo)[0];
  const known = sources.flatMap(({ imports }) => imports.flatMap(knownCgo));
  const [first] = known;
  const needed = own ?? (first ? required(first, modules) : null);
  return {
    needed: { value: needed !== null, source: needed?.source ?? modules.all[0]!.file.path },
    warnings: known.flatMap(({ module, source }) => missingLibrary(module, source)),
  };
}

interface KnownCgo {
  readonly module: CgoModule;
  readonly source: string;
}

/** `import "C"`. A file that asks for cgo in its constraint as well is one that the program can do without. */
function ownCgo({ imports, constraint }: GoSource): Fact<string>[] {
  if (constraint !== null && /\bcgo\b/.test(constraint)) return [];
  return imports.filter(({ value }) => value === 'C');
}

function knownCgo({ value, source }: Fact<string>): KnownCgo[] {
  const module = cgoModules.find(({ path }) => value === path || value.startsWith(`${path}/`));
  return module ? [{ module, source }] : [];
}

/** The line in go.mod that requires it; the import where go.mod is silent. */
function required({ module, source }: KnownCgo, { all }: GoModules): Fact<string> {
  const requirement = all
    .flatMap(({ requires }) => [...requires])
    .find(([path]) => path === module.path || path.startsWith(`${module.path}/`));
  return { value: module.path, source: requirement?.[1].source ?? source };
}

function missingLibrary({ path, library }: CgoModule, source: string): Warning[] {
  if (library === null) return [];
  return [
    {
      code: 'BI122',
      message: `${path} needs ${library} when it is built and when it runs: add its packages to both stages`,
      source,
    },
  ];
}
