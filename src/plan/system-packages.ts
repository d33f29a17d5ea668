import type { BaseEntry } from '../catalogue/catalogue.js';
import { distributionPackages, systemPackage } from '../catalogue/distribution-packages.js';
import type { AppFacts } from '../detect/facts.js';
import { systemNeeds } from '../detect/system-needs.js';

/** What to install beside the language for what the app needs of the distribution. */
export interface SystemInstall {
  readonly build: readonly string[];
  readonly run: readonly string[];
  /** For people, what `run` is: `PostgreSQL's client library`. */
  readonly titles: readonly string[];
}

/** What compiled code is linked against stays in the last stage, its headers do not. */
export function systemPackages(facts: AppFacts, base: Pick<BaseEntry, 'distribution'>): SystemInstall {
  const needs = systemNeeds(facts).map(({ value }) => ({
    title: systemPackage(value).title,
    found: distributionPackages(value, base) ?? { build: [], run: [] },
  }));
  return {
    build: once(needs.flatMap(({ found }) => found.build)),
    run: once(needs.flatMap(({ found }) => found.run)),
    titles: once(needs.filter(({ found }) => found.run.length > 0).map(({ title }) => title)),
  };
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
