import type { Copy, Plan } from './plan.js';
import type { Answers } from '../answers.js';
import type { BaseEntry, Cell, Companions, LanguageEntry, Version } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';

/** What every language's plan starts from: the facts, and the catalogue's choice for them. */
export interface PlanContext {
  readonly facts: AppFacts;
  readonly answers: Answers;
  readonly base: BaseEntry;
  readonly language: LanguageEntry;
  /** The cell of this language on this base, filled in for `version` (and for native code where there is some). */
  readonly cell: Cell;
  readonly version: Version;
  readonly companions: Companions;
  /** The Dockerfile's folder in the build context, `.` for its root. */
  readonly imageFolder: string;
}

/** What a language gives to the joint; the base and the project add the rest. */
export interface LanguagePart<Build> {
  readonly build: Build;
  readonly workdir: string | null;
  /** A folder of programs to put first in PATH, null for none. */
  readonly path: string | null;
  readonly env: readonly (readonly [name: string, value: string])[];
  readonly copies: readonly Copy[];
  /** Folders of the last stage that the program writes to, absolute; absent: none. */
  readonly volumes?: readonly string[];
  /** The folder below `workdir` that the program starts in; null or absent: `workdir` itself. */
  readonly startFolder?: string | null;
  /** The signal that ends it, where that isn't SIGTERM; null or absent: it is. */
  readonly stopSignal?: string | null;
  /** The program and its arguments in the last stage. */
  readonly program: readonly string[];
  /** Finished pages that a web server serves; absent: a program of the app runs. */
  readonly site?: Plan['site'];
  /** Patterns of files that are no part of the build context. */
  readonly ignore: readonly string[];
  /** Patterns of documents and tests beside those at the root; absent: none. */
  readonly leftovers?: readonly string[];
  /** Patterns of files that the build needs though their like is usually no part of the build context. */
  readonly needed: readonly string[];
  /** Which of the base's gaps matter to this language. */
  readonly needs: { readonly certificates: boolean; readonly timeZones: boolean };
}
