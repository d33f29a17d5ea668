import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { credentialsFor } from '../../src/registry/credentials.js';
import { readDockerSettings } from '../../src/registry/docker-settings.js';
import { pending } from '../output/pending.js';
import { certificateFor } from './certificate.js';
import { digestOf, faultOf, indexFor, resolveOne, sendManifest, serve } from './server.js';

describe('what Docker was told', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'docker-settings-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), text);
  };
  const settings = () => readDockerSettings({ HOME: home });

  it('nothing, where there are no files', () => {
    assert.deepEqual(settings().mirrors, []);
    assert.equal(settings().authoritiesOf('a.test'), null);
  });

  it('mirrors and registries without TLS, of Docker Desktop and of a daemon without root', () => {
    put('.docker/daemon.json', '{"registry-mirrors":["https://one.test"]}');
    put(
      '.config/docker/daemon.json',
      '{"registry-mirrors":["https://two.test"],"insecure-registries":["a:80"]}',
    );
    assert.deepEqual(settings().mirrors, ['https://one.test', 'https://two.test']);
    assert.deepEqual(settings().insecure, ['a:80']);
  });

  it('files that are broken count as absent', () => {
    put('.docker/daemon.json', '{"registry-mirrors":');
    put('.docker/config.json', '[1]');
    assert.deepEqual(settings().mirrors, []);
  });

  it('DOCKER_CONFIG names another folder', () => {
    put('elsewhere/config.json', '{"credsStore":"desktop"}');
    const { config } = readDockerSettings({ HOME: home, DOCKER_CONFIG: path.join(home, 'elsewhere') });
    assert.equal(config.credsStore, 'desktop');
  });

  describe('credentials', () => {
    const entry = { auth: Buffer.from('who:secret').toString('base64') };
    const who = { user: 'who', password: 'secret' };
    const cases: readonly [name: string, registry: string, auths: object, expected: object | null][] = [
      ['of a host', 'ghcr.io', { 'ghcr.io': entry }, who],
      ['of an address', 'ghcr.io', { 'https://ghcr.io/v2/': entry }, who],
      ['of Docker Hub by its old address', 'docker.io', { 'https://index.docker.io/v1/': entry }, who],
      ['of another host', 'ghcr.io', { 'quay.io': entry }, null],
      ['of a host that only begins like it', 'ghcr.io', { 'ghcr.io.evil.test': entry }, null],
      ['without a name', 'ghcr.io', { 'ghcr.io': {} }, null],
    ];
    for (const [name, registry, auths, expected] of cases)
      it(name, async () => {
        const found = await credentialsFor(registry, { auths } as never);
        assert.deepEqual(found, { credentials: expected, fault: null });
      });

    it('of a helper, which is asked for the host', async function () {
      if (process.platform === 'win32') pending(this, 'the helper of this test is a shell script');
      const helper = path.join(home, 'docker-credential-test');
      writeFileSync(
        helper,
        '#!/bin/sh\nread -r host\necho "{\\"Username\\":\\"$host\\",\\"Secret\\":\\"s\\"}"\n',
      );
      chmodSync(helper, 0o755);
      const before = process.env['PATH'];
      process.env['PATH'] = `${home}${path.delimiter}${before}`;
      try {
        const found = await credentialsFor('quay.io', { credHelpers: { 'quay.io': 'test' } });
        assert.deepEqual(found.credentials, { user: 'quay.io', password: 's' });
        const store = await credentialsFor('docker.io', { credsStore: 'test' });
        assert.deepEqual(store.credentials, { user: 'https://index.docker.io/v1/', password: 's' });
      } finally {
        process.env['PATH'] = before;
      }
    });

    it('of a helper whose name is a path: not run', async () => {
      const { fault } = await credentialsFor('quay.io', { credsStore: '../evil' });
      assert.match(fault ?? '', /no name of a credential helper/);
    });
  });

  it('the authority of a host is trusted for that host', async function () {
    const tls = certificateFor(home);
    if (tls === null) pending(this, 'openssl is not there to make a certificate');
    const index = indexFor('linux/amd64');
    const server = await serve((_, response) => sendManifest(response, index), tls);
    try {
      assert.match(await faultOf(`${server.host}/a:1`), /certificate that is not trusted[^]*certs\.d/);
      put(`.docker/certs.d/${server.host}/ca.crt`, readFileSync(tls.authority, 'utf8'));
      const result = await resolveOne(`${server.host}/a:1`, settings());
      assert.equal('digest' in result && result.digest, digestOf(index));
    } finally {
      await server.close();
    }
  });
});
