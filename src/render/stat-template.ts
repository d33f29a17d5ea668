import { statSync, type Stats } from 'node:fs';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';

/**
 * What is at a path of an overlay, links followed, undefined where nothing is. Throws InputError
 * `unreadable` where that can't be told: to take it for absent would quietly use the built-in template.
 */
export function statTemplate(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (!isDiskError(error)) throw error;
    throw unreadableTemplate(file, diskReason(error));
  }
}

export function unreadableTemplate(file: string, reason: string): InputError {
  return new InputError(
    'unreadable',
    `${showControls(file)} can't be read: ${reason}`,
    'it belongs to the templates; make it readable, or leave it out',
  );
}
