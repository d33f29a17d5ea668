import { posix } from 'node:path';
import type { Answers } from '../answers.js';
import type { AppFacts } from '../detect/facts.js';
import { buildSecrets } from './build-secrets.js';
import type { Plan, Run, Service } from './plan.js';
import { portEnvironment } from './port-environment.js';

/** What comes with the app where it runs. `name`: the image's. Pure. */
export function planService(
  name: string,
  { facts, answers }: { readonly facts: AppFacts; readonly answers: Answers },
  { build, run }: { readonly build: Plan['build']; readonly run: Run },
): Service {
  return {
    name,
    needs: (facts.neededSettings ?? []).map(({ value }) => value),
    portVariable: portEnvironment({ facts, answers })[0]?.[0] ?? null,
    secrets: buildSecrets(build),
    volumes: namedVolumes(run.volumes),
  };
}

/** A name for each folder, of characters that Docker takes. */
function namedVolumes(folders: readonly string[]): Service['volumes'] {
  const names = folders.map((path) => posix.basename(path).replace(/[^A-Za-z0-9]+/g, '-'));
  return distinct(names.map((name) => name.replace(/^-+|-+$/g, '') || 'data')).map((name, at) => ({
    name,
    path: folders[at]!,
  }));
}

/** The names, of which those that were there before, or are `taken`, get a number. */
export function distinct(names: readonly string[], taken: readonly string[] = []): string[] {
  return names.map((name, at) =>
    taken.includes(name) || names.indexOf(name) < at ? `${name}-${at + 1}` : name,
  );
}
