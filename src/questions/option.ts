import type { Answers } from '../answers.js';
import type { Fact } from '../fact.js';
import type { LanguageEntry } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';
import type { FoundApp } from '../engine.js';

/** The options whose values are answers about the project; the same names in `.yo-rc.json`. */
export type AnswerId = keyof Answers;

/** The options that say how to run. */
export type SettingId = 'yes' | 'force' | 'dryRun' | 'diff' | 'templates' | 'json';

export type OptionId = AnswerId | SettingId | 'help' | 'version';

/** How an option is given and what it takes. */
export type OptionKind =
  /** `--shell` or `--no-shell` */
  | 'yes-no'
  /** `--force` */
  | 'switch'
  /** `--base alpine`, one of `values` */
  | 'choice'
  /** `--platform linux/amd64,linux/arm64`, some of `values`: may be given several times. */
  | 'choices'
  | 'text'
  /** A folder of the project, relative to its root. */
  | 'folder'
  /** `--port 8080` */
  | 'port'
  /** `--publish registry.example.com/team`: a registry with a path in it, or the name of a known one. */
  | 'registry'
  /** `--health /healthz`: the path of an address, perhaps with a query. */
  | 'url-path'
  /** May be given several times. */
  | 'list';

/** One row of the table: everything that flags, prompts, help and stored answers know about an option. */
export interface Option {
  readonly id: OptionId;
  /** Without its dashes: `dry-run`. */
  readonly flag: string;
  /** One letter, for `-h`. */
  readonly letter?: string;
  readonly kind: OptionKind;
  /** What `choice` and `choices` allow. */
  readonly values?: readonly string[];
  /** What stands behind the flag in help texts: `<dir>`. */
  readonly placeholder?: string;
  /** One line for `--help`. */
  readonly help: string;
  readonly section: Section;
  /** Is it kept in `.yo-rc.json`? */
  readonly stored: boolean;
  /** Does its stored value hold for every app of the repository? */
  readonly ofRepository?: true;
  /** Asked before one app can be looked at. */
  readonly surveyQuestion?: Question<SurveyContext>;
  /** Asked when the facts of the app are there. Options with neither question are never asked for. */
  readonly question?: Question<AppContext>;
}

/** The sections of `--help`, in its order. */
export const sections = {
  tree: 'The decision tree',
  project: 'What detection may not know',
  image: 'What else the image has',
  supply: 'Supply chain',
  run: 'How to run',
  general: 'Other',
} as const;
export type Section = keyof typeof sections;

/** What is known while it is still open which app is meant. */
export interface SurveyContext {
  readonly answers: Answers;
  readonly apps: readonly FoundApp[];
}

/** What is known once one app has been looked at. */
export interface AppContext {
  readonly answers: Answers;
  readonly facts: AppFacts;
  readonly language: LanguageEntry;
}

/** How a person is asked. */
export interface Question<Context> {
  readonly message: string;
  /** Why it is asked, in one sentence. */
  readonly why: string;
  /** Does the answer matter on the branch of the tree that was taken so far? */
  relevant(context: Context): boolean;
  /** What makes asking pointless, null where nothing does. */
  settled(context: Context): Fact<unknown> | null;
  /** The default, with the reason that is shown beside it. */
  suggestion(context: Context): Fact<boolean | string> | null;
  /** What can be chosen; absent where the answer is yes or no, or free. */
  choices?(context: Context): readonly string[];
}
