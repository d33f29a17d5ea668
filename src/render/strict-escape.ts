import { controlCharacter, showControls } from '../control-characters.js';

/**
 * What `<%= %>` does with a value: strings, numbers and booleans as they are. Throws on everything else (a
 * missing fact is an error, not an empty word) and on control characters, tabs and line breaks included: a
 * value stays on its line, so none can add an instruction or a key.
 */
export function strictEscape(value: unknown): string {
  const text = printable(value);
  if (controlCharacter.test(text)) {
    throw new TypeError(`a value has a line break or another control character: ${showControls(text)}`);
  }
  return text;
}

function printable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  throw new TypeError(`a value is ${kindOf(value)}, where a text, a number or a boolean is needed`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
