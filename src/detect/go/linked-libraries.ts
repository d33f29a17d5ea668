import type { Fact } from '../../fact.js';
import { readCatalogue } from '../../read-catalogue.js';
import type { GoSource } from './sources.js';
import { distinctFacts } from '../distinct-facts.js';

/** What a program's own C code is linked against. */
export interface LinkedLibraries {
  /** By the catalogue's ids. */
  readonly known: readonly Fact<string>[];
  /** Names that pkg-config is asked for, and nobody here knows the packages of. */
  readonly unknown: readonly Fact<string>[];
}

/** `#cgo pkg-config: vips`, `#cgo linux LDFLAGS: -lpcap`. https://pkg.go.dev/cmd/cgo */
const directive =
  /^[ \t]*(?:\/\/)?[ \t]*#cgo[ \t]+(?<where>[\w!,. \t]*?)(?<kind>pkg-config|LDFLAGS):[ \t]*(?<names>[^\n]+)$/gm;

/** Other systems than that of an image. */
const elsewhere = /(?:^|[^!\w])(?:darwin|windows|freebsd|openbsd|netbsd|ios|android)\b/;

/** Looks at the sources that hold C code. */
export function linkedLibraries(sources: readonly GoSource[]): LinkedLibraries {
  const named = sources.filter(({ imports }) => imports.some(({ value }) => value === 'C')).flatMap(namesIn);
  const known = named.flatMap(({ name, source }) => {
    const id = idOf(name);
    return id === null ? [] : [{ value: id, source }];
  });
  const unknown = named
    .filter(({ name, isAsked }) => isAsked && idOf(name) === null)
    .map(({ name, source }) => ({ value: name, source }));
  return { known: distinctFacts(known), unknown: distinctFacts(unknown) };
}

interface Named {
  readonly name: string;
  readonly source: string;
  /** By pkg-config: the linker's names may be those of files that the project brings. */
  readonly isAsked: boolean;
}

function namesIn({ file }: GoSource): Named[] {
  if (!file.text.includes('#cgo')) return [];
  return [...file.text.matchAll(directive)].flatMap(({ index, groups }) => {
    const { where = '', kind = '', names = '' } = groups!;
    if (elsewhere.test(where)) return [];
    const isAsked = kind === 'pkg-config';
    return names
      .trim()
      .split(/\s+/)
      .filter((word) => (isAsked ? /^\w/.test(word) : /^-l\w/.test(word)))
      .map((word) => ({
        name: isAsked ? word : word.slice(2),
        source: file.fact('', index).source,
        isAsked,
      }));
  });
}

/** By `catalogue/linked-names.json`. */
function idOf(name: string): string | null {
  const { libraries } = readCatalogue<{ libraries: Readonly<Record<string, readonly string[]>> }>(
    'linked-names.json',
  );
  return Object.keys(libraries).find((id) => libraries[id]!.includes(name)) ?? null;
}
