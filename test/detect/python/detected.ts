import assert from 'node:assert/strict';
import type { AppFacts, PythonDetails } from '../../../src/detect/facts.js';
import { python } from '../../../src/detect/python.js';
import { memoryProject } from '../../../src/project/memory-view.js';

export type Files = Record<string, string>;

export function detect(files: Files): AppFacts {
  return python.detect(memoryProject(files));
}

export function details(facts: AppFacts): PythonDetails {
  assert.equal(facts.details.kind, 'python');
  return facts.details as PythonDetails;
}

/** The codes of the warnings, sorted. */
export function codes({ warnings }: AppFacts): string[] {
  return warnings.map(({ code }) => code).sort();
}
