/**
 * Characters that end a line, move the cursor, start a terminal's escape sequence, turn the direction of
 * text around (https://trojansource.codes) or can't be written as UTF-8. No value may carry one into a
 * generated file, and none is sent to a terminal. Tab is one of them.
 */
export const controlCharacter = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

const everyControlCharacter = new RegExp(controlCharacter, 'gu');

/** The text with its control characters written out as `<U+001B>`. */
export function showControls(text: string): string {
  return text.replace(everyControlCharacter, writtenOut);
}

function writtenOut(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
