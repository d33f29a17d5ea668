import type { Fact } from '../../fact.js';
import { InputError } from '../../errors.js';
import type { Parsed } from '../../project/view.js';
import { portNumber } from '../listening.js';
import type { NodeApp } from './node-app.js';
import type { ReadPort } from './port.js';
import type { ProgramSource } from './program-sources.js';

/** The package `config` reads the file of the environment over the usual one. https://github.com/node-config/node-config/wiki/Configuration-Files */
const settings = ['config/production', 'config/default'];
const variables = 'config/custom-environment-variables';
const endings = ['json', 'yaml', 'yml'];

/** `config.get('server.port')`, `app.get('port')`, `config.server.port`. */
const asked =
  /\.get(?:<[^>]{0,60}>)?\(\s*['"`](?<path>(?:\w+\.){0,4}port)['"`]|\bconfig\.(?<keys>(?:\w+\.){0,4}port)\b/gi;

/** The port that the sources ask the package `config` for, and the variable that it reads it from; null where they don't. */
export function configuredPort(app: NodeApp, sources: readonly ProgramSource[]): ReadPort | null {
  if (!app.project.hasFolder('config')) return null;
  const names = sources.flatMap(({ code }) =>
    [...code.matchAll(asked)].map(({ groups }) => groups?.['path'] ?? groups?.['keys'] ?? ''),
  );
  for (const keys of new Set(names)) {
    const port = settings.map((file) => numberIn(app, file, keys.split('.'))).find((fact) => fact !== null);
    if (port) return { port, variable: variableAt(app, keys.split('.')) };
  }
  return null;
}

function numberIn(app: NodeApp, file: string, keys: readonly string[]): Fact<number> | null {
  const stated = parsed(app, file)?.get(...keys) ?? null;
  const port = portNumber(String(stated?.value ?? ''));
  return stated && port !== null ? { value: port, source: stated.source } : null;
}

/** `"port": "PORT"`, `"port": { "__name": "PORT", "__format": "number" }`. */
function variableAt(app: NodeApp, keys: readonly string[]): Fact<string> | null {
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
