import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exitStatus } from '../../errors.js';
import { packageRoot } from '../../package-root.js';
import type { Invocation } from '../../questions/parse-flags.js';
import type { Io } from '../io.js';

/** `baseimage --version`: the package's own version, alone on its line. */
export async function version(_invocation: Invocation, io: Io): Promise<number> {
  const manifest = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  io.stdout.write(`${manifest.version}\n`);
  return exitStatus.done;
}
