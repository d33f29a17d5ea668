import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { proxyTo } from './proxy.js';
import { digestOf, faultOf, indexFor, resolveOne, sendManifest, serve, type Server } from './server.js';

const index = indexFor('linux/amd64', 'linux/arm64/v8');
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('resolveDigests', () => {
  const servers: Server[] = [];
  const start = async (answer: RequestListener) => {
    const server = await serve(answer);
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it('tells the digest of the index and its platforms, without attestations', async () => {
    const { host, requests } = await start((_, response) => sendManifest(response, index));
    assert.deepEqual(await resolveOne(`${host}/team/app:1.2`), {
      image: `${host}/team/app:1.2`,
      digest: digestOf(index),
      platforms: ['linux/amd64', 'linux/arm64/v8'],
    });
    assert.equal(requests[0]?.url, '/v2/team/app/manifests/1.2');
    assert.match(requests[0]?.headers.accept ?? '', /image\.index\.v1\+json.*manifest\.v2\+json/);
  });

  it('tells the platform of an image that is no index', async () => {
    const config = JSON.stringify({ os: 'linux', architecture: 'arm64', variant: 'v8' });
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config: { digest: digestOf(config) },
    });
    const blobs = await start((_, response) => response.end(config));
    const { host } = await start(({ url }, response) => {
      if (url?.includes('/blobs/'))
        response.writeHead(307, { location: `http://${blobs.host}/elsewhere` }).end();
      else sendManifest(response, manifest);
    });
    const result = await resolveOne(`${host}/a:1`);
    assert.deepEqual(result, {
      image: `${host}/a:1`,
      digest: digestOf(manifest),
      platforms: ['linux/arm64/v8'],
    });
  });

  it('gets a token as anybody', async () => {
    const tokens = await start(({ url }, response) => {
      assert.equal(url, '/token?service=registry.test&scope=repository%3Aa%3Apull');
      response.end(JSON.stringify({ token: 'granted' }));
    });
    const { host } = await start(({ headers }, response) => {
      if (headers.authorization === 'Bearer granted') return sendManifest(response, index);
      const challenge = `Bearer realm="http://${tokens.host}/token",service="registry.test",scope="repository:a:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    });
    assert.equal('digest' in (await resolveOne(`${host}/a:1`)), true);
    assert.equal(tokens.requests[0]?.headers.authorization, undefined);
  });

  it('gets a token with who logged in, and shows credentials to nobody else', async () => {
    const tokens = await start((_, response) => response.end(JSON.stringify({ access_token: 'granted' })));
    const { host, requests } = await start(({ headers }, response) => {
      if (headers.authorization === 'Bearer granted') return sendManifest(response, index);
      response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${tokens.host}/token"` }).end();
    });
    const auths = { [host]: { auth: Buffer.from('who:pass:word').toString('base64') } };
    assert.equal('digest' in (await resolveOne(`${host}/a:1`, { config: { auths } })), true);
    assert.equal(tokens.requests[0]?.headers.authorization, basic('who:pass:word'));
    assert.deepEqual(
      requests.map(({ headers }) => headers.authorization),
      [undefined, 'Bearer granted'],
    );
  });

  it('buys a token with an identity token', async () => {
    let form = '';
    const tokens = await start((request, response) => {
      request.on('data', (part) => (form += part));
      request.on('end', () => response.end(JSON.stringify({ access_token: 'granted' })));
    });
    const { host } = await start(({ headers }, response) => {
      if (headers.authorization === 'Bearer granted') return sendManifest(response, index);
      response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${tokens.host}/token"` }).end();
    });
    const auths = { [`https://${host}/v1/`]: { identitytoken: 'a refresh token' } };
    assert.equal('digest' in (await resolveOne(`${host}/a:1`, { config: { auths } })), true);
    assert.equal(new URLSearchParams(form).get('refresh_token'), 'a refresh token');
  });

  it('answers basic authentication', async () => {
    const { host } = await start(({ headers }, response) => {
      if (headers.authorization === basic('who:secret')) return sendManifest(response, index);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="here"' }).end();
    });
    const auths = { [host]: { username: 'who', password: 'secret' } };
    assert.equal('digest' in (await resolveOne(`${host}/a:1`, { config: { auths } })), true);
    assert.match(await faultOf(`${host}/a:1`), /asks for a password[^]*docker login 127\.0\.0\.1:/);
  });

  it('tries again where a registry is busy', async () => {
    let left = 2;
    const { host, requests } = await start((_, response) => {
      left -= 1;
      if (left < 0) sendManifest(response, index);
      else response.writeHead(503, { 'retry-after': '0' }).end();
    });
    assert.equal('digest' in (await resolveOne(`${host}/a:1`)), true);
    assert.equal(requests.length, 3);
  });

  it('tries again where a connection breaks off', async () => {
    let left = 1;
    const { host } = await start((request, response) => {
      left -= 1;
      if (left < 0) sendManifest(response, index);
      else request.socket.destroy();
    });
    assert.equal('digest' in (await resolveOne(`${host}/a:1`)), true);
  });

  it('asks a mirror of Docker Hub first, without the credentials for Docker Hub', async () => {
    const { host, requests } = await start((_, response) => sendManifest(response, index));
    const auths = { 'https://index.docker.io/v1/': { auth: Buffer.from('who:secret').toString('base64') } };
    const result = await resolveOne('python:3.14', { mirrors: [`http://${host}/`], config: { auths } });
    assert.equal('digest' in result && result.digest, digestOf(index));
    assert.equal(requests[0]?.url, '/v2/library/python/manifests/3.14');
    assert.equal(requests[0]?.headers.authorization, undefined);
  });

  it('goes through the proxy of the environment', async () => {
    const { host } = await start((_, response) => sendManifest(response, index));
    const proxy = await proxyTo(host);
    process.env['HTTP_PROXY'] = proxy.url;
    try {
      const image = 'registry.invalid:80/a:1';
      const result = await resolveOne(image, { insecure: ['registry.invalid:80'] });
      assert.equal('digest' in result && result.digest, digestOf(index));
      assert.deepEqual([...new Set(proxy.asked)], ['registry.invalid:80']);
    } finally {
      delete process.env['HTTP_PROXY'];
      await proxy.close();
    }
  });

  const faults: readonly [name: string, answer: RequestListener, told: RegExp][] = [
    ['hangs', () => undefined, /gave no answer within 0\.4 s/],
    [
      'hangs in the middle',
      (_, response) => void response.writeHead(200, { 'content-length': 100 }).write('{'),
      /gave no answer within 0\.4 s/,
    ],
    ['refuses', (_, response) => response.writeHead(403).end(), /refuses who asks\n?.*docker login/s],
    ['has no such image', (_, response) => response.writeHead(404).end(), /has no such image/],
    ['is out of order', (_, response) => response.writeHead(500).end(), /answered 500 for 1/],
    ['is asked too often', (_, response) => response.writeHead(429).end(), /asked too often[^]*wait/],
    ['answers garbage', (_, response) => response.end('<html>welcome</html>'), /no manifest of an image/],
    ['answers null', (_, response) => response.end('null'), /no manifest of an image/],
    ['answers an old manifest', (_, response) => response.end('{"schemaVersion":1}'), /no manifest/],
    [
      'answers another digest than it names',
      (_, response) =>
        response
          .writeHead(200, { 'docker-content-digest': `sha256:${'0'.repeat(64)}` })
          .end(indexFor('linux/amd64')),
      /answered with another manifest \(sha256:\w{64}\) than the one it names \(sha256:0{64}\)/,
    ],
    [
      'answers without end',
      (_, response) => response.end(Buffer.alloc(5 * 1024 * 1024, ' ')),
      /answered with more than 4 MB/,
    ],
    [
      'sends round in circles',
      ({ url }, response) => response.writeHead(302, { location: url }).end(),
      /sends elsewhere without end or reason/,
    ],
    ['sends nowhere', (_, response) => response.writeHead(302).end(), /sends elsewhere without end/],
    [
      'names no place for tokens',
      (_, response) =>
        response.writeHead(401, { 'www-authenticate': 'Bearer realm="file:///etc/passwd"' }).end(),
      /names no place to get a token from: "file:/,
    ],
    [
      'gives a token that is none',
      ({ url, headers }, response) => {
        if (url?.startsWith('/token')) response.end(JSON.stringify({ token: 'a\r\nb: c' }));
        else
          response
            .writeHead(401, { 'www-authenticate': `Bearer realm="http://${headers.host}/token"` })
            .end();
      },
      /gives no token/,
    ],
  ];
  for (const [name, answer, told] of faults)
    it(`a registry that ${name}: named, with the image and what to do`, async () => {
      const { host } = await start(answer);
      const fault = await faultOf(`${host}/a:1`);
      assert.match(fault, told);
      assert.ok(fault.startsWith(`${host}/a:1: no digest: `), fault);
      assert.match(fault, /Without --pin digest tags are written$/);
    });

  it('a registry that is not there', async () => {
    const { host } = await start(() => undefined);
    await servers.pop()?.close();
    assert.match(await faultOf(`${host}/a:1`), /can't be reached \(ECONNREFUSED\)/);
  });

  it('a helper of the credentials that is not there is named where it would have been needed', async () => {
    const { host } = await start((_, response) =>
      response.writeHead(401, { 'www-authenticate': 'Basic realm="here"' }).end(),
    );
    const config = { credHelpers: { [host]: 'no-such-helper' } };
    assert.match(
      await faultOf(`${host}/a:1`, { config }),
      /asks for a password \(docker-credential-no-such-helper:/,
    );
  });
});
