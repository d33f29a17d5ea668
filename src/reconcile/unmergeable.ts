import { showControls } from '../control-characters.js';
import { InputError } from '../errors.js';
import { columnAt, lineAt } from '../project/project-file.js';

/** The refusal to add to a file of the user's: at which offset of its text, and why. */
export function unmergeable(path: string, text: string, offset: number, why: string): InputError {
  const place = `${lineAt(text, offset)}:${columnAt(text, offset)}`;
  return new InputError(
    'unmergeable',
    `${showControls(path)}:${place}: ${why.replace(/\s+/g, ' ')}, so nothing can be added to it`,
    'correct the file, or move it away',
  );
}
