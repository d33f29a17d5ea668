import { InputError } from '../errors.js';
import type { ProjectView } from '../project/view.js';
import { detectors } from './detectors.js';
import type { AppFacts } from './facts.js';
import { viewOf, type FoundApp } from './find-apps.js';
import { commandLine } from './shell-words.js';

/** Of more apps than that only the folders are told: each has to be read. */
const mostRead = 12;

/** An image holds one app: says which there are, and what is known of each. */
export function severalApps(project: ProjectView, apps: readonly FoundApp[]): InputError {
  const lines = apps.map((app, at) => {
    const facts = at < mostRead ? factsOf(project, app) : null;
    const told = [app.language, ...(facts === null ? [] : known(facts))].join(', ');
    return `${flagOf(app.path)} # ${told}`;
  });
  return new InputError(
    'several-apps',
    `${apps.length} apps were found here, and an image holds one`,
    ['pick one:', ...lines].join('\n'),
  );
}

/** As it is typed. */
function flagOf(app: string): string {
  return commandLine(['--app', app]);
}

function known({ framework, start, entry, port }: AppFacts): string[] {
  return [
    ...(framework === null ? [] : [framework.value]),
    ...(start !== null ? [start.value] : entry !== null ? [entry.value] : []),
    ...(port === null ? [] : [`port ${port.value}`]),
  ];
}

/** Null where it can't be read: that is told when it is picked. */
function factsOf(project: ProjectView, { path, language }: FoundApp): AppFacts | null {
  const detector = detectors.find(({ id }) => id === language);
  const place = path === '.' ? null : { root: project, folder: path };
  try {
    return detector?.detect(viewOf(project, path), null, place) ?? null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
