import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../golden-tests/files-below.js';
import { pending } from '../output/pending.js';
import { certificateFor } from '../registry/certificate.js';
import { proxyTo } from '../registry/proxy.js';
import { digestOf, indexFor, sendManifest, serve } from '../registry/server.js';
import { builtBin, runNode, withCopy } from './built.js';

const index = indexFor('linux/amd64', 'linux/arm64');
/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:9';

describe('--pin digest, as it is typed', () => {
  it('writes digests through a proxy, and keeps them when there is no network', async function () {
    await withCopy('node-npm', async (folder, project) => {
      const tls = certificateFor(folder, 'registry-1.docker.io');
      if (tls === null) pending(this, 'openssl is not there to make a certificate');
      const registry = await serve((_, response) => sendManifest(response, index), tls);
      const proxy = await proxyTo(registry.host);
      const env = { HOME: folder, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: tls.authority };
      try {
        const first = await runNode(project, [builtBin, '--yes', '--pin', 'digest'], { env });
        assert.equal(first.status, 0, first.stderr);
      } finally {
        await proxy.close();
        await registry.close();
      }
      assert.deepEqual([...new Set(proxy.asked)], ['registry-1.docker.io:443']);
      const dockerfile = readFileSync(path.join(project, 'Dockerfile'), 'utf8');
      assert.match(dockerfile, new RegExp(`^FROM node:[\\w.-]+@${digestOf(index)}`, 'm'));

      const before = filesBelow(project);
      const offline = { HOME: folder, HTTPS_PROXY: nowhere };
      const again = await runNode(project, [builtBin, '--yes'], { env: offline });
      assert.equal(again.status, 0, again.stderr);
      const asked = await runNode(project, [builtBin, '--yes', '--pin', 'digest'], { env: offline });
      assert.equal(asked.status, 0, asked.stderr);
      assert.match(asked.stderr, /BI113.*the one that is written here is kept/);
      assert.deepEqual(filesBelow(project), before);
    });
  });

  it('writes nothing where no registry answers', async () =>
    withCopy('node-npm', async (folder, project) => {
      const before = filesBelow(project);
      const env = { HOME: folder, HTTPS_PROXY: nowhere };
      const { status, stderr, stdout } = await runNode(project, [builtBin, '--yes', '--pin', 'digest'], {
        env,
      });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /node:\S+: no digest: https:\/\/registry-1\.docker\.io can't be reached/);
      assert.deepEqual(filesBelow(project), before);
    }));
});
