import type { Fact, Warning } from '../../fact.js';
import { cgoModules, type CgoModule } from './cgo-modules.js';
import { linkedLibraries } from './linked-libraries.js';
import { isBelow, type GoModules } from './modules.js';
import { distinctImports, type GoSource } from './sources.js';

/** Whether building a program runs a C compiler, and where that is written. */
export interface CgoUse {
  readonly needed: Fact<boolean>;
  /** Null: C sources that build on musl as far as anybody knows. */
  readonly glibc: Fact<boolean> | null;
  /** Libraries by the catalogue's ids. */
  readonly libraries: readonly Fact<string>[];
  /** Build tags that musl asks for. */
  readonly muslTags: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Only what the program's own sources import counts: a requirement of some other package's tests is not built. */
export function cgoUse(sources: readonly GoSource[], modules: GoModules, tags: readonly string[]): CgoUse {
  const own = sources.flatMap(ownCgo)[0];
  const known = distinctImports(sources).flatMap((imported) => knownCgo(imported, modules));
  const needed = own?.source ?? known[0]?.source;
  const linkedTo = linkedLibraries(
    sources.filter(({ constraint }) => constraint === null || !/\bcgo\b/.test(constraint)),
  );
  const glibcOnly = known.find(({ module }) => module.glibcOnly);
  return {
    needed: { value: needed !== undefined, source: needed ?? modules.all[0]!.file.path },
    glibc: glibcOf(needed, glibcOnly, modules),
    libraries: [
      ...known.flatMap(({ module: { needs = [], linked }, source }) =>
        (linked && tags.includes(linked.tag) ? linked.needs : needs).map((value) => ({ value, source })),
      ),
      ...linkedTo.known,
    ],
    muslTags: known.flatMap(({ module: { muslTag, linked } }) =>
      muslTag === undefined || (linked && tags.includes(linked.tag)) ? [] : muslTag,
    ),
    warnings: [...known.flatMap(missingLibrary), ...linkedTo.unknown.map(unknownLibrary)],
  };
}

interface KnownCgo {
  readonly module: CgoModule;
  readonly source: string;
}

function glibcOf(
  needed: string | undefined,
  glibcOnly: KnownCgo | undefined,
  { all }: GoModules,
): Fact<boolean> | null {
  if (needed === undefined) return { value: false, source: all[0]!.file.path };
  return glibcOnly ? { value: true, source: glibcOnly.source } : null;
}

/** `import "C"`. A file that asks for cgo in its constraint as well is one that the program can do without. */
function ownCgo({ imports, constraint }: GoSource): Fact<string>[] {
  if (constraint !== null && /\bcgo\b/.test(constraint)) return [];
  return imports.filter(({ value }) => value === 'C');
}

/** With the line in go.mod that requires it; the import where go.mod is silent. */
function knownCgo({ value, source }: Fact<string>, { all }: GoModules): KnownCgo[] {
  const module = cgoModules.find(({ path }) => isBelow(value, path));
  if (module === undefined) return [];
  const requirement = all
    .flatMap(({ requires }) => [...requires])
    .find(([path]) => isBelow(path, module.path));
  return [{ module, source: requirement?.[1].source ?? source }];
}

function unknownLibrary({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI122',
    message: `the program is linked against what pkg-config calls ${value}, whose packages are not known here: add them to both stages`,
    source,
  };
}

function missingLibrary({ module: { path, library }, source }: KnownCgo): Warning[] {
  if (library === undefined) return [];
  return [
    {
      code: 'BI122',
      message: `${path} needs ${library} when it is built and when it runs: add its packages to both stages`,
      source,
    },
  ];
}
