import { didYouMean } from '../did-you-mean.js';
import type { Option } from '../option.js';
import type { Kind, Refuse } from './kind.js';

/** One of `values`. */
export const choice: Kind = {
  takes: ({ values = [] }) => `allowed: ${values.join(', ')}`,
  read: knownName,
};

/** Some of `values`, with commas. */
export const choices: Kind = {
  takes: ({ values = [] }) => `allowed: ${values.join(', ')}, several with commas`,
  read: (text, option, refuse) => text.split(',').map((name) => knownName(name.trim(), option, refuse)),
};

function knownName(text: string, { values = [], flag }: Option, refuse: Refuse): string {
  if (values.includes(text)) return text;
  throw refuse(`no such ${flag}`, text, didYouMean(text, values));
}
