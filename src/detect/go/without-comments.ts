/** The same text with comments blanked, so that offsets stay. It looks only at signs that begin something: sources are large, and read in each run. */
export function withoutComments(text: string): string {
  const next = openings.map((sign) => positionOf(text, sign, 0));
  let kept = '';
  let from = 0;
  for (let at = Math.min(...next); at < text.length; at = Math.min(...next)) {
    const end = endOf(text, at);
    if (end > at && text.charCodeAt(at) === slash) {
      kept += text.slice(from, at) + blanked(text, at, end);
      from = end;
    }
    const after = Math.max(end, at + 1);
    openings.forEach((sign, which) => {
      if (next[which]! < after) next[which] = positionOf(text, sign, after);
    });
  }
  return kept + text.slice(from);
}

/** The same, up to the first declaration: the package's name and the imports, which stand before all else. */
export function headWithoutComments(text: string): string {
  const end = text.search(/^(?:func|type|var|const)\b/m);
  const head = end < 0 ? text : text.slice(0, end);
  // What looks like a declaration may stand in a comment.
  return withoutComments(head.lastIndexOf('/*') > head.lastIndexOf('*/') ? text : head);
}

/** Texts and comments begin with these. */
const openings = ['"', "'", '`', '/'];

function positionOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

/** Lines stay lines. Most comments are one. */
function blanked(text: string, at: number, end: number): string {
  if (text.charCodeAt(at + 1) === slash) return ' '.repeat(end - at);
  return text.slice(at, end).replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}

const [quote, rune, slash, star, backslash, backquote, newLine] = [...'"\'/*\\`\n'].map((sign) =>
  sign.charCodeAt(0),
);

/** Where the text or comment that begins here ends; `at` itself where none does. What is not closed ends with its line, or the file. */
function endOf(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case quote:
    case rune:
      return endOfLiteral(text, at);
    case backquote:
      return after(text, '`', at + 1, 1);
    case slash:
      return endOfComment(text, at);
    default:
      return at;
  }
}

function endOfComment(text: string, at: number): number {
  const second = text.charCodeAt(at + 1);
  if (second === slash) return after(text, '\n', at, 0);
  return second === star ? after(text, '*/', at + 2, 2) : at;
}

function after(text: string, mark: string, from: number, length: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + length;
}

function endOfLiteral(text: string, open: number): number {
  const close = text.charCodeAt(open);
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === close) return at + 1;
    if (sign === newLine) return at;
    if (sign === backslash) at += 1;
  }
  return text.length;
}
