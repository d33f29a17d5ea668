import { InputError } from '../errors.js';
import { jsonKeyOffsets } from './json-positions.js';
import { jsonFault } from './json-fault.js';
import { blankJsonComments } from './json-comments.js';
import { parsed } from './parsed.js';
import { columnAt, lineAt } from './project-file.js';
import { showControls } from '../control-characters.js';
import type { Parsed, ProjectFile } from './view.js';

/** Files that are JSON with comments by their tools' own definition. */
const withComments =
  /(^|\/)(tsconfig|jsconfig)[^/]*\.json$|\.jsonc$|(^|\/)(bun\.lock|turbo\.json|deno\.json)$/;

/** Throws InputError `broken-json` with file, line and column. */
export function parseJson(file: ProjectFile): Parsed {
  // Blanked, not removed: offsets stay those of the file.
  const text = withComments.test(file.path) ? blankJsonComments(file.text) : file.text;
  return parsed(file, jsonValue(file, text), jsonKeyOffsets(text));
}

function jsonValue(file: ProjectFile, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { offset, message } = jsonFault(text);
    throw new InputError(
      'broken-json',
      `${showControls(file.path)}:${lineAt(text, offset)}:${columnAt(text, offset)}: ${message}`,
      'correct the file: it has to be valid JSON',
    );
  }
}
