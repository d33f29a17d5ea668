import type { Warning } from '../../fact.js';
import { loopbackWarning } from '../listening.js';
import type { ProgramSource } from './program-sources.js';

/** `.listen(3000, '127.0.0.1'`, `.listen({ port, host: 'localhost'`. */
const loopback = /\.listen\((?:[^()]|\([^()]*\)){0,200}?['"`](?<address>127\.0\.0\.1|localhost|::1)['"`]/;

/** Warns where the program listens for its own machine alone. */
export function loopbackOf(sources: readonly ProgramSource[]): Warning[] {
  for (const { file, code } of sources) {
    const match = loopback.exec(code);
    const address = match?.groups?.['address'];
    if (!match || address === undefined) continue;
    const place = file.fact(address, match.index + match[0].lastIndexOf(address));
    return [loopbackWarning(place, 'listen on 0.0.0.0, or read the address from an environment variable')];
  }
  return [];
}
