import type { Fact } from '../../fact.js';
import { hinted, matches, type Pattern } from '../pattern.js';
import type { GoSource } from './sources.js';
import { distinctFacts } from '../distinct-facts.js';

const tag = /env:"/;

/** How libraries for settings mark a variable that has to be there, and one that says nothing of a group around it. */
const required: readonly Pattern[] = [
  // https://github.com/caarlos0/env
  hinted(
    tag,
    String.raw`\benv:"(?<variable>[A-Z]\w{1,60}),(?:required|notEmpty)\b(?![^\x60\n]{0,80}\benvDefault:)`,
  ),
  // https://github.com/ilyakaznacheev/cleanenv
  hinted(
    tag,
    String.raw`\benv:"(?<variable>[A-Z]\w{1,60})"[^\x60\n]{0,80}\benv-required:"true"(?![^\x60\n]{0,80}\benv-default:)`,
  ),
  // https://github.com/jessevdk/go-flags: `long:"secret" env:"SECRET" required:"true"`
  hinted(
    tag,
    String.raw`\benv:"(?<variable>[A-Z]\w{1,60})"(?=[^\x60\n]{0,80}\brequired:"(?:true|yes|1)")(?![^\x60\n]{0,120}\bdefault:)`,
  ),
];

/** Variables of the environment without which the program ends at once, each once, where it is first asked for. */
export function demandedByTags(sources: readonly GoSource[]): Fact<string>[] {
  const found = required.flatMap((pattern) =>
    [...matches(pattern, sources)].map(({ source, index, groups }) =>
      source.file.fact(groups['variable']!, index),
    ),
  );
  return distinctFacts(found);
}
