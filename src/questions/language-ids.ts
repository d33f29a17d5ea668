import type { LanguageId } from '../detect/facts.js';

// A record, so that the compiler names the language that is missing here.
const known: Readonly<Record<LanguageId, true>> = {
  bun: true,
  deno: true,
  go: true,
  node: true,
  python: true,
  static: true,
};

/** The languages that `--language` takes. */
export const languageIds = Object.keys(known) as readonly LanguageId[];
