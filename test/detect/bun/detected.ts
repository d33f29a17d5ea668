import { bun } from '../../../src/detect/bun.js';
import { findApps } from '../../../src/detect/find-apps.js';
import type { AppFacts, BunDetails } from '../../../src/detect/facts.js';
import { memoryProject } from '../../../src/project/memory-view.js';
import type { Files } from '../node/detected.js';

/** What is detected in such a project, taken for Bun's. */
export function detected(files: Files): AppFacts & { readonly details: BunDetails } {
  return bun.detect(project(files)) as AppFacts & { readonly details: BunDetails };
}

/** Whose app it is. */
export function languageOf(files: Files): string | undefined {
  return findApps(project(files))[0]?.language;
}

function project(files: Files) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  ]);
  return memoryProject(Object.fromEntries(texts));
}
