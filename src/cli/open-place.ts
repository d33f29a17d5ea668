import path from 'node:path';
import type { Place } from '../doors/prepare-files.js';
import { showControls } from '../control-characters.js';
import { InputError } from '../errors.js';
import { openProject } from '../project/folder-view.js';
import { didYouMean } from '../questions/did-you-mean.js';
import { commandNames } from '../questions/parse-flags.js';
import type { Io } from './io.js';

/** The folder that was named on the command line. A word that is no folder may be a mistyped command. */
export function openPlace(folder: string, io: Io): Place {
  const root = path.resolve(io.cwd, folder);
  try {
    return { project: openProject(root), root, cwd: io.cwd };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'no-such-folder' || /[\\/]/.test(folder))
      throw error;
    throw new InputError(
      error.code,
      `${showControls(folder)}: neither a folder nor a command`,
      `commands: ${commandNames.join(', ')}${didYouMean(folder, commandNames)}`,
    );
  }
}
