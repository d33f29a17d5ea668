import type { Fact } from '../../fact.js';
import { frameworks, type Framework } from './frameworks.js';
import type { NodeApp } from './node-app.js';

/** A framework that the app uses, and the line that names it. */
export interface FoundFramework {
  readonly framework: Framework;
  readonly fact: Fact<string>;
}

/** The app's framework, null where it uses none that is known. */
export function frameworkOf({ manifest }: NodeApp): FoundFramework | null {
  for (const framework of frameworks) {
    const needed = manifest.dependency(framework.dependency);
    const named = needed ?? (framework.builds ? manifest.devDependency(framework.dependency) : null);
    if (named) return { framework, fact: { value: framework.id, source: named.source } };
  }
  return null;
}
