import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { readDockerSettings } from '../../src/registry/docker-settings.js';
import { pending } from '../output/pending.js';
import { certificateFor, type OwnCertificate } from './certificate.js';
import { digestOf, faultOf, resolveOne } from './server.js';

const program = 'docker-registry';
const login = 'who:a secret';
/** As `htpasswd -B` writes it. */
const loginHash = 'who:$2b$05$abcdefghijklmnopqrstuuIAEipimVgSTxGS2VyWH9AhzRz3iJI3.';
const auth = Buffer.from(login).toString('base64');

/** The distribution project's own registry, with a password and a certificate of its own authority. */
describe('a registry with a password, over TLS', () => {
  let folder = '';
  let host = '';
  let trusting: Agent;
  let registry: ChildProcess | undefined;

  before(async function () {
    this.timeout(20_000);
    folder = mkdtempSync(path.join(tmpdir(), 'registry-'));
    if (!isThere(program)) pending(this, `${program} is not on PATH`);
    const certificate = certificateFor(folder);
    if (certificate === null) pending(this, 'openssl is not there to make a certificate');
    host = `127.0.0.1:${await freePort()}`;
    writeFileSync(path.join(folder, 'passwords'), `${loginHash}\n`);
    writeFileSync(path.join(folder, 'config.yml'), configuration(folder, host, certificate));
    registry = spawn(program, ['serve', path.join(folder, 'config.yml')], { stdio: 'ignore' });
    trusting = new Agent({ connect: { ca: readFileSync(certificate.authority, 'utf8') } });
    await untilReady();
    mkdirSync(path.join(folder, '.docker/certs.d', host), { recursive: true });
    copyFileSync(certificate.authority, path.join(folder, '.docker/certs.d', host, 'ca.crt'));
  });
  after(() => {
    registry?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells the digest of what was pushed, to who logged in', async () => {
    const digest = await push();
    assert.deepEqual(await resolveOne(`${host}/team/app:1`, settingsWith({ auth })), {
      image: `${host}/team/app:1`,
      digest,
      platforms: ['linux/amd64'],
    });
  });

  it('has nothing under a tag that nobody pushed', async () => {
    assert.match(await faultOf(`${host}/team/app:2`, settingsWith({ auth })), /has no such image/);
  });

  it('asks who did not log in for a password', async () => {
    assert.match(
      await faultOf(`${host}/team/app:1`, settingsWith({})),
      /asks for a password[^]*docker login/,
    );
  });

  it('refuses a wrong password', async () => {
    const wrong = { username: 'who', password: 'wrong' };
    assert.match(await faultOf(`${host}/team/app:1`, settingsWith(wrong)), /refuses who asks/);
  });

  const settingsWith = (entry: object) => ({
    ...readDockerSettings({ HOME: folder }),
    config: { auths: { [host]: entry } },
  });

  const ask = (where: string, question: object) =>
    request(`https://${host}${where}`, {
      dispatcher: trusting,
      headers: { authorization: `Basic ${auth}`, 'content-type': manifestType },
      ...question,
    });

  async function untilReady(): Promise<void> {
    for (let left = 100; left > 0; left -= 1) {
      const answer = await ask('/v2/', {}).catch(() => null);
      if (answer?.statusCode === 200) return;
      await sleep(50);
    }
    throw new Error(`${program} does not answer`);
  }

  /** Pushes an image without layers as `team/app:1` and returns its digest. */
  async function push(): Promise<string> {
    const config = JSON.stringify({
      os: 'linux',
      architecture: 'amd64',
      rootfs: { type: 'layers', diff_ids: [] },
    });
    const upload = await ask('/v2/team/app/blobs/uploads/', { method: 'POST' });
    const place = new URL(String(upload.headers['location']));
    place.searchParams.set('digest', digestOf(config));
    await ask(place.pathname + place.search, { method: 'PUT', body: config });
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      config: { mediaType: configType, size: config.length, digest: digestOf(config) },
      layers: [],
    });
    const pushed = await ask('/v2/team/app/manifests/1', { method: 'PUT', body: manifest });
    assert.equal(pushed.statusCode, 201, await pushed.body.text());
    return digestOf(manifest);
  }
});

const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';
const configType = 'application/vnd.docker.container.image.v1+json';

/** https://distribution.github.io/distribution/about/configuration/ */
function configuration(folder: string, host: string, { certFile, keyFile }: OwnCertificate): string {
  return JSON.stringify({
    version: '0.1',
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: path.join(folder, 'storage') } },
    auth: { htpasswd: { realm: 'here', path: path.join(folder, 'passwords') } },
    http: { addr: host, tls: { certificate: certFile, key: keyFile } },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function isThere(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
