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

/** Does it match anywhere in a source? */
export function occurs({ hint, pattern }: Pattern, source: Searched): boolean {
  return hint.test(source.file.text) && source.code.search(pattern) >= 0;
}

/** All matches in a source. */
export function matches({ hint, pattern }: Pattern, source: Searched): Iterable<Match> {
  return hint.test(source.file.text) ? (source.code.matchAll(pattern) as Iterable<Match>) : [];
}

type Match = RegExpMatchArray & { index: number };
