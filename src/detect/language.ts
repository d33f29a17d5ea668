import type { ProjectView } from '../project/view.js';
import type { AppFacts, LanguageId } from './facts.js';

/** What the project knows about one language: how it is recognised and how its facts are read. */
export interface LanguageDetector {
  readonly id: LanguageId;
  /** File names at an app's root that say this language, strongest first. */
  readonly marks: readonly string[];
  /** Reads the app at the view's root. Throws InputError with file and line where a manifest is broken. */
  detect(project: ProjectView): AppFacts;
}

/** Gives a detector its type where it is written down. */
export function defineLanguage(language: LanguageDetector): LanguageDetector {
  return language;
}
