import { controlCharacter, showControls } from '../control-characters.js';
import { InputError } from '../errors.js';
import { folder } from './kinds/folder.js';
import type { Kind, OptionValue } from './kinds/kind.js';
import { choice, choices } from './kinds/names.js';
import { port } from './kinds/port.js';
import { registry } from './kinds/registry.js';
import { on, onOff } from './kinds/switches.js';
import { text } from './kinds/text.js';
import { urlPath } from './kinds/url-path.js';
import type { Option, OptionKind } from './option.js';

const kinds: Readonly<Record<OptionKind, Kind>> = {
  'yes-no': onOff,
  switch: on,
  choice,
  choices,
  text,
  folder,
  port,
  registry,
  'url-path': urlPath,
  list: text,
};

/**
 * The typed value of an option that takes one. `given` is how it was named: `--base`, `.yo-rc.json:4: base`.
 * Throws InputError `bad-value`, with what is allowed.
 */
export function checkValue(option: Option, value: string, given: string): OptionValue {
  const refuse = (reason: string, wrong = value, more = '') =>
    new InputError('bad-value', `${given} ${showControls(wrong)}: ${reason}`, takes(option) + more);
  if (value.trim() === '') throw new InputError('bad-value', `${given}: the value is empty`, takes(option));
  if (controlCharacter.test(value)) throw refuse('control characters and line breaks are refused');
  return kinds[option.kind].read(value, option, refuse);
}

/** One line on what an option takes, for hints. */
export function takes(option: Option): string {
  return kinds[option.kind].takes(option);
}
