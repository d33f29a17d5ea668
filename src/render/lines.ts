/**
 * Throws where a generated text does not end in exactly one line break, or has a trailing blank, a carriage
 * return or three empty lines in a row: a built-in template is at fault then.
 */
export function assertLines(text: string, template: string): void {
  const rows = text.split('\n');
  const fault = rows.findIndex((row) => /[ \t]$|\r/.test(row)) + 1;
  if (fault > 0)
    throw new Error(`${template}: line ${fault} of the output ends in a blank or has a carriage return`);
  if (text !== normaliseLines(text)) {
    throw new Error(
      `${template}: the output has three empty lines in a row, or does not end in exactly one line break`,
    );
  }
}

/** The text as `assertLines` wants it. */
export function normaliseLines(text: string): string {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');
  return `${rows.replace(/\n{4,}/g, '\n\n\n')}\n`;
}
