import { isLoopback, loopbackWarning } from '../listening.js';
import { askedNames, settingsOf, variableFor } from './config-package.js';
import type { Listening } from './listening.js';
import type { NodeApp } from './node-app.js';
import type { ProgramSource } from './program-sources.js';

const names = ['host', 'hostname', 'address', 'bind', 'ip'];

/** Of other servers, which the program is a client of. */
const otherServers =
  /(?:db|database|sql|pg|postgres|mongo|redis|cache|mail|smtp|amqp|rabbit|kafka|elastic|queue|ldap)/i;

/** Where the package `config` hands the sources an address of loopback to listen on: the variable that corrects it, else a warning. Null where it doesn't. */
export function configuredHost(app: NodeApp, sources: readonly ProgramSource[]): Listening | null {
  for (const name of askedNames(app, sources, names)) {
    const [stated] = otherServers.test(name) ? [] : settingsOf(app, name);
    if (stated === undefined || typeof stated.value !== 'string' || !isLoopback(stated.value)) continue;
    const variable = variableFor(app, name);
    if (variable) return { environment: { [variable.value]: '0.0.0.0' }, warnings: [] };
    const place = { value: stated.value, source: stated.source };
    const remedy = `say 0.0.0.0 for ${name} in config/production.json, or set NODE_CONFIG where the container runs`;
    return { environment: {}, warnings: [loopbackWarning(place, remedy)] };
  }
  return null;
}
