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
  return isHinted(hint, source) && source.code.search(pattern) >= 0;
}

/** All matches in a source. */
export function matches({ hint, pattern }: Pattern, source: Searched): Iterable<Match> {
  return isHinted(hint, source) ? (source.code.matchAll(pattern) as Iterable<Match>) : [];
}

/** Patterns may share a hint: each file is looked through for it once. */
function isHinted(hint: RegExp, { file }: Searched): boolean {
  const known = answers.get(file) ?? new Map<RegExp, boolean>();
  if (known.size === 0) answers.set(file, known);
  const found = known.get(hint) ?? hint.test(file.text);
  known.set(hint, found);
  return found;
}

const answers = new WeakMap<Searched['file'], Map<RegExp, boolean>>();

type Match = RegExpMatchArray & { index: number };
