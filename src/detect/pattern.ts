/** A pattern over sources with a quick look before it: most files have nothing of what it asks for. */
export interface Pattern {
  readonly hint: RegExp;
  readonly pattern: RegExp;
}

/** `hint` has to match wherever `pattern` does, and begins with plain characters, which engines look for fast. */
export function hinted(hint: RegExp, source: string, flags = 'g'): Pattern {
  return { hint, pattern: new RegExp(source, flags) };
}

/** A source as it is written, and without its comments. The second is made when it is asked for. */
interface Searched {
  readonly file: { readonly text: string };
  readonly code: string;
}

/** A match in one of several sources. */
export interface Place<Source> {
  readonly source: Source;
  readonly index: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Does it match anywhere in a source? What a comment interrupts is not seen: blanking comments costs most, and few files have to. */
export function occurs({ hint, pattern }: Pattern, source: Searched): boolean {
  const { text } = source.file;
  return hint.test(text) && text.search(pattern) >= 0 && source.code.search(pattern) >= 0;
}

/** Every match, source by source; each is looked for when it is asked for. */
export function* matches<Source extends Searched>(
  { hint, pattern }: Pattern,
  sources: readonly Source[],
): Iterable<Place<Source>> {
  for (const source of thoseWith(hint, sources))
    for (const found of source.code.matchAll(pattern))
      yield { source, index: found.index, text: found[0], groups: found.groups ?? {} };
}

/** Patterns may share a hint: the same sources are looked through for it once. */
function thoseWith<Source extends Searched>(hint: RegExp, sources: readonly Source[]): readonly Source[] {
  const known = looked.get(sources) ?? new Map<RegExp, readonly Searched[]>();
  looked.set(sources, known);
  const found = known.get(hint) ?? sources.filter(({ file }) => hint.test(file.text));
  known.set(hint, found);
  return found as readonly Source[];
}

const looked = new WeakMap<readonly Searched[], Map<RegExp, readonly Searched[]>>();
