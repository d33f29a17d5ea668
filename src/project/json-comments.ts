/** The text with comments and trailing commas replaced by blanks of the same length, line breaks kept. */
export function blankJsonComments(text: string): string {
  // Each alternative may end with the text: an open string or comment is then read once, not once per quote.
  const tokens = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
  const uncommented = text.replace(tokens, (token) => (token.startsWith('"') ? token : blank(token)));
  return uncommented.replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g, (token) => (token === ',' ? ' ' : token));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
