import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import type { Parsed, ProjectView } from '../../project/view.js';

/** Where GitHub looks for Dependabot's settings, the first one first. */
export const dependabotFiles = ['.github/dependabot.yml', '.github/dependabot.yaml'] as const;

/** Where Renovate looks, in its order: https://docs.renovatebot.com/configuration-options/ and lib/config/app-strings.ts */
export const renovateFiles: readonly string[] = [
  ...['renovate', '.github/renovate', '.gitlab/renovate'].flatMap((name) => withEndings(`${name}.json`)),
  '.renovaterc',
  ...withEndings('.renovaterc.json'),
];

/** The last place where Renovate looks: a key of this file. */
export const renovateManifest = 'package.json';

function withEndings(name: string): string[] {
  return [name, `${name}c`, `${name}5`];
}

/** The path of the settings that are there, null without any. */
export function findDependabotFile(project: ProjectView): Fact<string> | null {
  return firstThere(project, dependabotFiles);
}

/** The path of the settings that Renovate reads, null without any. */
export function findRenovateFile(project: ProjectView): Fact<string> | null {
  return firstThere(project, renovateFiles) ?? inManifest(project);
}

function firstThere(project: ProjectView, paths: readonly string[]): Fact<string> | null {
  const found = paths.find((path) => project.has(path));
  return found === undefined ? null : { value: found, source: found };
}

function inManifest(project: ProjectView): Fact<string> | null {
  const settings = manifest(project)?.get('renovate') ?? null;
  return settings && { value: renovateManifest, source: settings.source };
}

/** A broken one says nothing of Renovate; whoever needs it for the app says what is wrong with it. */
function manifest(project: ProjectView): Parsed | null {
  try {
    return project.json(renovateManifest);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
