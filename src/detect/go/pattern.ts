/** A pattern over sources with a quick look before it: most files have nothing of what it asks for. */
export interface Pattern {
  readonly hint: RegExp;
  readonly pattern: RegExp;
}

/** `hint` has to match wherever `pattern` does, and begins with plain characters, which engines look for fast. */
export function hinted(hint: RegExp, source: string, flags = 'g'): Pattern {
  return { hint, pattern: new RegExp(source, flags) };
}

/** Does it match anywhere in a text? */
export function occurs({ hint, pattern }: Pattern, text: string): boolean {
  return hint.test(text) && text.search(pattern) >= 0;
}

/** All matches in a text. */
export function matches(
  { hint, pattern }: Pattern,
  text: string,
): Iterable<RegExpMatchArray & { index: number }> {
  return hint.test(text) ? (text.matchAll(pattern) as Iterable<RegExpMatchArray & { index: number }>) : [];
}
