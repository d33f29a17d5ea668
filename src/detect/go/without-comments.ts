/** The same text with comments blanked, so that offsets stay. One pass over the characters: sources are large, and read in each run. */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOf(text, at);
    if (end > at && text.charCodeAt(at) === slash) {
      kept += text.slice(from, at) + blanked(text, at, end);
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return kept + text.slice(from);
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
