import { parse, TomlError } from 'smol-toml';
import { InputError } from '../errors.js';
import { parsed } from './parsed.js';
import { showControls } from '../control-characters.js';
import { tomlKeyOffset } from './toml-positions.js';
import type { Parsed, ProjectFile } from './view.js';

/** Throws InputError `broken-toml` with file, line and column. */
export function parseToml(file: ProjectFile): Parsed {
  return parsed(file, tomlValue(file), (keys) => tomlKeyOffset(file.text, keys));
}

function tomlValue(file: ProjectFile): unknown {
  try {
    return parse(file.text);
  } catch (error) {
    const place = error instanceof TomlError ? `:${error.line}:${error.column}` : '';
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new InputError(
      'broken-toml',
      `${showControls(file.path)}${place}: ${message.replace('Invalid TOML document: ', '')}`,
      'correct the file: it has to be valid TOML',
    );
  }
}
