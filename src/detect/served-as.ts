import type { AppFacts, LanguageId } from './facts.js';

/** What runs in the last stage: the app's own language, or a web server where the build ends in finished pages. */
export function servedAs({ language, details }: AppFacts): LanguageId {
  return details.kind === 'node' && details.staticSite !== null ? 'static' : language.value;
}
