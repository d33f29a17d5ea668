import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { AppFacts, LanguageId } from './facts.js';

/** What the project knows about one language: how it is recognised and how its facts are read. */
export interface LanguageDetector {
  readonly id: LanguageId;
  /** File names at an app's root that say this language, strongest first. */
  readonly marks: readonly string[];
  /**
   * Reads the app at the view's root. `start` is the start command that was asked for, null where none was: it
   * says which program the facts are about. Throws InputError with file and line where a manifest is broken.
   */
  detect(project: ProjectView, start?: Fact<string> | null): AppFacts;
}

/** Gives a detector its type where it is written down. */
export function defineLanguage(language: LanguageDetector): LanguageDetector {
  return language;
}
