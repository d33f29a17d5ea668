import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../engine.js';
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

/** A later node-fetch is a module of another kind than verdaccio loads. */
const manifest = {
  private: true,
  dependencies: { verdaccio: '6.1.6' },
  overrides: { 'node-fetch': '2.7.0' },
};

/** No other registry behind it, nothing for those who have not signed in. https://verdaccio.org/docs/configuration */
const configuration = `storage: ./storage
auth:
  htpasswd:
    file: ./htpasswd
packages:
  '**':
    access: $authenticated
    publish: $authenticated
log: { type: stdout, level: error }
`;

/** Another name each time, since Bun keeps packages by their names. */
export function packageName(greeting: string): string {
  return `@private/${greeting.replace(' ', '-')}`;
}

/** Verdaccio with the package of `packageName`. Throws Unavailable where it can't be installed. */
export async function startNpmRegistry(): Promise<Registry> {
  const address = await addressForBuilds();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await installed(['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  writeFileSync(join(folder, 'config.yaml'), configuration);
  const listen = `${address}:${await freePort(address)}`;
  const url = `http://${listen}`;
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  const command = [process.execPath, program, '--config', 'config.yaml', '--listen', listen];
  const stop = await startServer(command, folder, url);
  const { user, password } = newCredentials();
  const token = await signUp(url, user, password);
  const greeting = newGreeting();
  await publish(url, token, greeting);
  return { url, credentials: { user, password, token }, greeting, stop };
}

/** What `npm adduser` does. */
async function signUp(url: string, name: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const said = (await answer.json()) as { token?: string };
  if (said.token === undefined) throw new Error(`${url} takes no user: ${JSON.stringify(said)}`);
  return said.token;
}

async function publish(url: string, token: string, greeting: string): Promise<void> {
  const folder = join(temporaryFolder(), 'hello');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: packageName(greeting), version: '1.0.0', main: 'index.js' })}\n`,
  );
  writeFileSync(join(folder, 'index.js'), `exports.greeting = '${greeting}';\n`);
  const settings = join(folder, '../.npmrc');
  writeFileSync(settings, `${url.replace('http:', '')}/:_authToken=${token}\n`);
  await must(['npm', 'publish', `--registry=${url}/`, `--userconfig=${settings}`], { cwd: folder });
}
