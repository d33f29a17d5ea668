import { posix } from 'node:path';
import type { Answers } from '../answers.js';
import { ownComposeFile } from '../detect/repository/compose-files.js';
import type { Warning } from '../fact.js';
import { contextFromFolder, dockerfileIn } from './image-place.js';
import type { Compose, Plan, Service } from './plan.js';
import type { Place } from './updates.js';

/**
 * How Compose runs the image, null where nobody asked for it or a compose file is there already: Compose reads one of them,
 * and a second service for the same app would be in the way of the first. Pure.
 */
export function planCompose(
  answers: Answers,
  { folder, context, repository }: Place,
  { run, shell, service }: Pick<Plan, 'run' | 'shell' | 'service'>,
): { compose: Compose | null; warnings: readonly Warning[] } {
  if (answers.compose?.value !== true) return { compose: null, warnings: [] };
  const theirs = repository.composeFiles.find((path) => posix.dirname(path) === folder);
  if (theirs !== undefined) return { compose: null, warnings: [leftAlone(theirs)] };
  const readsSettings = repository.settingsFolders.includes(folder);
  const compose = {
    head: ownComposeFile.head,
    build: {
      context: contextFromFolder({ folder, context }),
      dockerfile: folder === context ? null : dockerfileIn({ folder, context }),
    },
    // What ends by itself has done its work.
    restart: run.port === null ? 'on-failure' : 'unless-stopped',
    readsSettings,
    environment: environment(service, readsSettings ? run.port : null),
    debugs: shell !== null,
  } as const;
  return { compose, warnings: [] };
}

/** What has to be set is asked for; `port`: the one that is published, where a `.env` might name another. */
function environment({ needs, portVariable }: Service, port: number | null): [name: string, value: string][] {
  return [
    ...needs.map((name): [string, string] => [name, `\${${name}:?the app does not start without it}`]),
    ...(portVariable === null || port === null ? [] : [[portVariable, `"${port}"`] as [string, string]]),
  ];
}

function leftAlone(file: string): Warning {
  const message = `${file} stays as it is, and no ${ownComposeFile.name} is written, since Compose reads one of them: renamed to compose.override.yaml, it is added to ${ownComposeFile.name}`;
  return { code: 'BI190', message, source: file };
}
