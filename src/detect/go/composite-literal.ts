/** Characters that are looked through: a literal that is longer is one of data. */
const longest = 20_000;

/**
 * The keys of a composite literal: its text from the `{` at `open`, with everything in nested braces blanked and texts left as they are.
 * `code` has no comments.
 */
export function literalKeys(code: string, open: number): string {
  let depth = 0;
  let kept = '';
  for (const [token] of code
    .slice(open, open + longest)
    .matchAll(/"(?:\\.|[^"\\\n])*"|`[^`]*`|[{}]|[^"`{}]+|["`]/g)) {
    if (token === '}') depth -= 1;
    if (depth === 0 && token === '}') break;
    if (depth === 1) kept += token;
    if (token === '{') depth += 1;
  }
  return kept;
}
