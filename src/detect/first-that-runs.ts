import { InputError } from '../errors.js';
import type { Warning } from '../fact.js';
import type { AppFacts } from './facts.js';
import type { LanguageDetector } from './language.js';

/** What a detector says of a folder that has its language's mark but no program in it. */
const withoutProgram: readonly string[] = ['no-main-package', 'not-served'];

/**
 * The facts of the first of these languages, strongest mark first, that has a program here: tools for developers
 * and documentation bring manifests of their own language. Finished pages are no second choice, since many a
 * library's folder has some. Where none has a program it is the strongest one's turn, be it an error.
 */
export function firstThatRuns(
  languages: readonly [LanguageDetector, ...LanguageDetector[]],
  read: (language: LanguageDetector) => AppFacts,
): AppFacts {
  const [strongest, ...others] = languages;
  const own = attempt(strongest, read);
  if (runs(own)) return own;
  for (const language of others.filter(({ id }) => id !== 'static')) {
    const facts = attempt(language, read);
    if (runs(facts)) return { ...facts, warnings: [passedOver(facts, strongest), ...facts.warnings] };
  }
  if (own instanceof InputError) throw own;
  return own;
}

function attempt(
  language: LanguageDetector,
  read: (language: LanguageDetector) => AppFacts,
): AppFacts | InputError {
  try {
    return read(language);
  } catch (error) {
    if (error instanceof InputError && withoutProgram.includes(error.code)) return error;
    throw error;
  }
}

function runs(facts: AppFacts | InputError): facts is AppFacts {
  if (facts instanceof InputError) return false;
  const { details } = facts;
  if (details.kind === 'node' && details.staticSite !== null) return true;
  return details.kind === 'go' || details.kind === 'static' || details.startWords.length > 0;
}

function passedOver({ language }: AppFacts, strongest: LanguageDetector): Warning {
  return {
    code: 'BI107',
    message: `${strongest.id} was found here too, but no program of it: ${language.value} is taken; choose otherwise with --language ${strongest.id} and --start`,
    source: language.source,
  };
}
