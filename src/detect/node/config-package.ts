import type { Fact } from '../../fact.js';
import { InputError } from '../../errors.js';
import type { Parsed } from '../../project/view.js';
import type { NodeApp } from './node-app.js';
import type { ProgramSource } from './program-sources.js';

/** The package `config` reads the file of the environment over the usual one. https://github.com/node-config/node-config/wiki/Configuration-Files */
const settings = ['config/production', 'config/default'];
const variables = 'config/custom-environment-variables';
const endings = ['json', 'yaml', 'yml'];

/** The names that the sources ask for and that end in one of these words: `config.get('server.port')`, `app.get('port')`, `config.server.port`. */
export function askedNames(
  app: NodeApp,
  sources: readonly ProgramSource[],
  words: readonly string[],
): string[] {
  if (!app.project.hasFolder('config')) return [];
  const last = String.raw`(?:\w+\.){0,4}(?:${words.join('|')})`;
  const asked = new RegExp(
    String.raw`\.get(?:<[^>]{0,60}>)?\(\s*['"\`](?<path>${last})['"\`]|\bconfig\.(?<keys>${last})\b`,
    'gi',
  );
  const names = sources.flatMap(({ code }) =>
    [...code.matchAll(asked)].map(({ groups }) => groups?.['path'] ?? groups?.['keys'] ?? ''),
  );
  return [...new Set(names)];
}

/** What the files of settings say under a name, those of production first. */
export function settingsOf(app: NodeApp, name: string): Fact<unknown>[] {
  return settings.flatMap((file) => parsed(app, file)?.get(...name.split('.')) ?? []);
}

/** The environment variable that sets a name: `"port": "PORT"`, `"port": { "__name": "PORT", "__format": "number" }`. */
export function variableFor(app: NodeApp, name: string): Fact<string> | null {
  const keys = name.split('.');
  const file = parsed(app, variables);
  return file?.string(...keys) ?? file?.string(...keys, '__name') ?? null;
}

/** Settings are looked at for more, never needed: what can't be read (comments in JSON) tells nothing. */
function parsed({ project }: NodeApp, file: string): Parsed | null {
  const ending = endings.find((name) => project.has(`${file}.${name}`));
  if (ending === undefined) return null;
  const path = `${file}.${ending}`;
  try {
    return ending === 'json' ? project.json(path) : project.yaml(path);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
