import type { LanguageEntry } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';
import type { Fact } from '../fact.js';
import type { TreeAnswers } from './decision.js';

/** The three questions answered: by a person where somebody did, else by the facts, each with its reason. */
export interface TreeFacts {
  readonly shell: Fact<boolean>;
  readonly glibc: Fact<boolean>;
  readonly rhel: Fact<boolean>;
}

export function answerTree(answers: TreeAnswers, facts: AppFacts, language: LanguageEntry): TreeFacts {
  return {
    shell: answers.shell ?? shellByDefault(language),
    glibc: answers.glibc ?? glibcByDefault(facts),
    rhel: answers.rhel ?? facts.rhel ?? { value: false, source: 'nothing here speaks of Red Hat' },
  };
}

/** A self-contained artefact runs anywhere; start scripts and add-ons live off the distribution around them. */
export function shellByDefault(language: LanguageEntry): Fact<boolean> {
  return language.selfContained
    ? { value: false, source: `${language.title} ends in one binary; --target debug brings a shell` }
    : {
        value: true,
        source:
          language.shell ??
          `${language.title} start scripts and add-ons lean on the distribution around them`,
      };
}

/** What can't be told counts as needed: glibc runs everything, musl does not. */
export function glibcByDefault(facts: AppFacts): Fact<boolean> {
  return facts.needsGlibc ?? { value: true, source: "it can't be told whether all dependencies run on musl" };
}

/** What a base that was asked for by name has to meet: what else was asked, and what is known to need glibc. */
export function demands(answers: TreeAnswers, facts: AppFacts): TreeFacts {
  const notAsked = { value: false, source: 'not asked' };
  return {
    shell: answers.shell ?? notAsked,
    glibc: answers.glibc ?? facts.needsGlibc ?? notAsked,
    rhel: answers.rhel ?? notAsked,
  };
}
