import type { Fact } from '../../fact.js';
import { portNumber } from '../listening.js';
import { askedNames, settingsOf, variableFor } from './config-package.js';
import type { NodeApp } from './node-app.js';
import type { ReadPort } from './read-port.js';
import type { ProgramSource } from './program-sources.js';

/** The port that the sources ask the package `config` for, and the variable that it reads it from; null where they don't. */
export function configuredPort(app: NodeApp, sources: readonly ProgramSource[]): ReadPort | null {
  for (const name of askedNames(app, sources, ['port'])) {
    const port = settingsOf(app, name)
      .map(asPort)
      .find((fact) => fact !== null);
    if (port) return { port, variable: variableFor(app, name) };
  }
  return null;
}

function asPort({ value, source }: Fact<unknown>): Fact<number> | null {
  const port = portNumber(String(value));
  return port === null ? null : { value: port, source };
}
