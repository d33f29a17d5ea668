import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { temporaryFolder } from '../project.js';
import { installed } from './installed.js';
import {
  addressForBuilds,
  freePort,
  newCredentials,
  newGreeting,
  startServer,
  type Registry,
} from './registry.js';
import { zip } from './zip.js';

/** pypiserver with the package `baseimage-hello`. Throws Unavailable where it can't be installed. */
export async function startPythonIndex(): Promise<Registry> {
  const address = await addressForBuilds();
  const folder = temporaryFolder();
  await installed(['python3', '-m', 'venv', '.'], folder);
  await installed(['bin/pip', 'install', '--quiet', 'pypiserver==2.4.2', 'passlib', 'bcrypt<4'], folder);
  const credentials = newCredentials();
  const greeting = newGreeting();
  mkdirSync(join(folder, 'packages'));
  writeFileSync(join(folder, 'packages/baseimage_hello-1.0.0-py3-none-any.whl'), wheel(greeting));
  writeFileSync(join(folder, 'htpasswd'), htpasswd(credentials.user, credentials.password));
  const port = await freePort(address);
  const url = `http://${address}:${port}`;
  const stop = await startServer(
    [
      'bin/pypi-server',
      'run',
      `--interface=${address}`,
      `--port=${port}`,
      '--authenticate=list,download,update',
      '--passwords=htpasswd',
      '--disable-fallback',
      'packages',
    ],
    folder,
    url,
  );
  return { url, credentials, greeting, stop };
}

/** https://httpd.apache.org/docs/current/misc/password_encryptions.html */
function htpasswd(user: string, password: string): string {
  return `${user}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`;
}

/** https://packaging.python.org/en/latest/specifications/binary-distribution-format/ */
function wheel(greeting: string): Buffer {
  const described = 'baseimage_hello-1.0.0.dist-info';
  return zip({
    'baseimage_hello.py': `greeting = "${greeting}"\n`,
    [`${described}/METADATA`]: 'Metadata-Version: 2.1\nName: baseimage-hello\nVersion: 1.0.0\n',
    [`${described}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${described}/RECORD`]: `baseimage_hello.py,,\n${described}/METADATA,,\n${described}/WHEEL,,\n${described}/RECORD,,\n`,
  });
}
