import type { InputError } from '../../errors.js';
import type { Option } from '../option.js';

/** What an option's text means. */
export type OptionValue = string | number | readonly string[];

/** How one kind of option is read and explained. */
export interface Kind {
  /** One line on what an option takes, for hints. */
  takes(option: Option): string;
  /** The value of a text that is neither empty nor has control characters. Throws what `refuse` makes of a reason. */
  read(text: string, option: Option, refuse: Refuse): OptionValue;
}

/** The error for a value, `not a port`; `wrong` is what of the text is meant, and `more` stands below the hint. */
export type Refuse = (reason: string, wrong?: string, more?: string) => InputError;
