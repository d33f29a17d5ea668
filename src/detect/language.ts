import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { AppFacts, LanguageId } from './facts.js';

/** Where an app lies within the project that was asked about. */
export interface Place {
  readonly root: ProjectView;
  /** POSIX, from the root. */
  readonly folder: string;
}

/** What the project knows about one language: how it is recognised and how its facts are read. */
export interface LanguageDetector {
  readonly id: LanguageId;
  /** File names at an app's root that say this language, strongest first. */
  readonly marks: readonly string[];
  /** Names of a lone program, which say this language where no mark of any lies in the project. */
  readonly scripts?: readonly string[];
  /** Where another language has the same marks: is the app at the view's root this language's? Absent: the marks are enough. */
  claims?(project: ProjectView): boolean;
  /**
   * Reads the app at the view's root. `start` is the start command that was asked for, null where none was: it
   * says which program the facts are about. `place`: where the app is no root of its own. Throws InputError with file and line where a manifest is broken.
   */
  detect(project: ProjectView, start?: Fact<string> | null, place?: Place | null): AppFacts;
  /** The deployables of a project whose root is none of them, as folders; null where the root is the app. Absent: it is. */
  apps?(project: ProjectView): readonly string[] | null;
  /** Is the mark at the root there for tools alone, so that the apps are those of the folders below, as in a project without one? Absent: it does not. */
  toolsAlone?(project: ProjectView): boolean;
  /** Has a folder without a mark of its own, at this place, a program of the project at the root? Absent: it has none. */
  holds?(place: Place): boolean;
  /** The folder of the one app that the project's root stands for: its own start command starts it. Null where it stands for none. Absent: it does not. */
  mainApp?(project: ProjectView): Fact<string> | null;
  /** Does a folder lie where the project has its apps, whatever their language? Null, or absent: there is no such place. */
  places?(project: ProjectView): ((folder: string) => boolean) | null;
}

/** Gives a detector its type where it is written down. */
export function defineLanguage(language: LanguageDetector): LanguageDetector {
  return language;
}
