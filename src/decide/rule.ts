import type { BaseEntry, Cell, LanguageEntry } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';
import type { Fact } from '../fact.js';

/** What a rule judges: one base, for one app, with the tree's questions answered. */
export interface Candidate {
  readonly base: BaseEntry;
  readonly language: LanguageEntry;
  /** How the language is built and run there, null where it can't be. */
  readonly cell: Cell | null;
  readonly facts: AppFacts;
  readonly shell: Fact<boolean>;
  readonly glibc: Fact<boolean>;
  readonly rhel: Fact<boolean>;
}

export interface Verdict {
  /** For people, a clause: `scratch has no interpreter for Node.js`. */
  readonly reason: string;
  /** Where the fact behind it was read. */
  readonly source: string | null;
}

/** A correction of the tree: a fact that a base can't meet. */
export interface Rule {
  /** Stable, `BI` and three digits. */
  readonly code: string;
  /** The reason why the base is out, null where it may stay. */
  rejects(candidate: Candidate): Verdict | null;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
