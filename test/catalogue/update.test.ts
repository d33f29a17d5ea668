import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';

type Answer = string | number | object | 'hang';

const sha = (digit: string) => digit.repeat(40);
const catalogue = (name: string) =>
  JSON.parse(readFileSync(path.join(packageRoot(), 'catalogue', name), 'utf8'));
const go = catalogue('languages/go.json') as {
  versions: readonly { cycle: string; patch: string; endOfLife: string | null }[];
};
const checkout = catalogue('actions.json').actions['actions/checkout'] as { tag: string; sha: string };
const [newestGo, olderGo] = go.versions as [(typeof go.versions)[0], (typeof go.versions)[0]];
const nextGo = `${newestGo.cycle}.99`;
const [line = '', alpinePatch = ''] = splitLast(
  (catalogue('bases/alpine.json').image as string).split(':')[1]!,
);
const alpine = { now: `${line}.${alpinePatch}`, next: `${line}.99`, older: `${line}.0`, other: '99.0.0' };
const nextCheckout = `${checkout.tag.split('.')[0]}.96.1`;

/** `3.24.1` → `3.24`, `1`. */
function splitLast(version: string): string[] {
  const at = version.lastIndexOf('.');
  return [version.slice(0, at), version.slice(at + 1)];
}

const goTags = (patch: string) =>
  ['trixie', 'bookworm', 'alpine3.24'].map((name) => `${patch}-${name}`).join(', ');

const releases = (...list: readonly [cycle: string, patch: string | null, eolFrom: string | null][]) => ({
  result: {
    releases: list.map(([name, patch, eolFrom]) => ({ name, eolFrom, latest: patch && { name: patch } })),
  },
});

/** What the sources answer where everything is newer. */
const newer: Readonly<Record<string, Answer>> = {
  '/eol/go': releases(
    ['1.99', '1.99.0', null],
    [newestGo.cycle, nextGo, null],
    [olderGo.cycle, olderGo.patch, '2026-11-30'],
  ),
  '/library/golang': `Maintainers: somebody\n\nTags: ${goTags(nextGo)}\nSharedTags: latest, ${goTags(olderGo.patch)}\n`,
  '/library/alpine': `Tags: ${alpine.now}, ${line}, 3\n\nTags: ${alpine.next}, latest\n\nTags: ${alpine.other}\n`,
  '/github/actions/checkout/releases?per_page=50': [
    { tag_name: 'v999.0.0', published_at: '2026-01-01T00:00:00Z' },
    { tag_name: nextCheckout.replace('96', '98'), published_at: '2999-01-01T00:00:00Z' },
    { tag_name: nextCheckout.replace('96', '97'), published_at: '2026-01-01T00:00:00Z', prerelease: true },
    { tag_name: nextCheckout, published_at: '2026-01-02T00:00:00Z' },
    { tag_name: checkout.tag, published_at: '2026-01-01T00:00:00Z' },
  ],
  [`/github/actions/checkout/git/ref/tags/${nextCheckout}`]: { object: { type: 'tag', sha: sha('a') } },
  [`/github/actions/checkout/git/tags/${sha('a')}`]: { object: { type: 'commit', sha: sha('b') } },
};
const steps = ['go', 'alpine', 'actions/checkout'];

describe('npm run catalogue:update', function () {
  this.timeout(60_000);
  let server: Server;
  let root: string;
  let answers: Readonly<Record<string, Answer>>;

  before(async () => {
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ''] ?? 404;
      if (answer === 'hang') return;
      if (typeof answer === 'number') response.writeHead(answer).end();
      else if (typeof answer === 'string' && answer.startsWith('/'))
        response.writeHead(302, { location: answer }).end();
      else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'baseimage-catalogue-'));
    for (const name of ['catalogue', 'test/catalogue/known-images.json', '.prettierrc.json'])
      cpSync(path.join(packageRoot(), name), path.join(root, name), { recursive: true });
    const { port } = server.address() as AddressInfo;
    const at = (name: string) => `http://127.0.0.1:${port}/${name}`;
    const places = { endOfLife: at('eol'), officialImages: at('library'), github: at('github') };
    writeFileSync(path.join(root, 'places.json'), JSON.stringify(places));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function update(told: Readonly<Record<string, Answer>>, only: readonly string[] = steps) {
    answers = told;
    const script = path.join(packageRoot(), 'scripts/catalogue-update.js');
    const options = ['--root', root, '--places', path.join(root, 'places.json'), '--seconds', '2'];
    const args = [script, ...options, ...only.flatMap((name) => ['--only', name])];
    return new Promise<{ status: number; output: string }>((resolve) =>
      execFile(process.execPath, args, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), output: stdout + stderr }),
      ),
    );
  }

  const text = (name: string) => readFileSync(path.join(root, name), 'utf8');
  const all = () =>
    Object.fromEntries(
      [...readdirSync(path.join(root, 'catalogue'), { recursive: true, encoding: 'utf8' })]
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, text(`catalogue/${name}`)]),
    );

  it('takes what is newer, in the catalogue and in the list of known tags', async () => {
    const { status, output } = await update(newer);
    assert.equal(status, 0, output);
    const [first, second] = JSON.parse(text('catalogue/languages/go.json')).versions;
    assert.deepEqual([first.patch, second.endOfLife], [nextGo, '2026-11-30']);
    assert.ok(text('catalogue/bases/alpine.json').includes(`"alpine:${alpine.next}"`));
    const action = JSON.parse(text('catalogue/actions.json')).actions['actions/checkout'];
    assert.deepEqual([action.tag, action.sha], [nextCheckout, sha('b')]);
    const known = text('test/catalogue/known-images.json');
    for (const tag of [`${nextGo}-trixie`, alpine.next]) assert.ok(known.includes(`"${tag}"`), tag);
    assert.ok(!known.includes(`"${newestGo.patch}-trixie"`));
    const today = new Date().toISOString().slice(0, 10);
    assert.ok(text('catalogue/bases/alpine.json').includes(`official-images (${today})`));
    assert.ok(known.includes(`official-images, ${today}`));
    for (const line of [
      `| Go ${newestGo.cycle} | ${newestGo.patch} | ${nextGo} |`,
      `| alpine | ${alpine.now} | ${alpine.next} |`,
      '- Go 1.99 is new: build and run its cells, then add it',
      '- actions/checkout has a new major version: read what it changes',
    ])
      assert.ok(output.includes(line), output);
    const files = all();
    const again = await update(newer);
    assert.match(again.output, /^Nothing has a newer version/);
    assert.deepEqual(all(), files);
  });

  it('follows redirects', async () => {
    const moved = { ...newer, '/eol/go': '/elsewhere', '/elsewhere': newer['/eol/go']! };
    assert.equal((await update(moved)).status, 0);
  });

  const refusals: readonly (readonly [
    what: string,
    only: string,
    told: Readonly<Record<string, Answer>>,
    why: RegExp,
  ])[] = [
    ['hangs', 'go', { '/eol/go': 'hang' }, /no answer in 2 s/],
    ['fails', 'go', { '/eol/go': 500 }, /answered 500/],
    ['answers a page', 'go', { '/eol/go': '<!doctype html>' }, /something other than JSON/],
    ['answers another shape', 'go', { '/eol/go': { result: [] } }, /lists no releases/],
    [
      'answers no date',
      'go',
      { '/eol/go': releases([newestGo.cycle, nextGo, 'soon']) },
      /no release and date/,
    ],
    [
      'lists fewer cycles',
      'go',
      { '/eol/go': releases([newestGo.cycle, nextGo, null]) },
      /no longer lists go/,
    ],
    [
      'lists an older patch',
      'go',
      {
        '/eol/go': releases(
          [newestGo.cycle, `${newestGo.cycle}`, null],
          [olderGo.cycle, `${olderGo.cycle}.1`, null],
        ),
      },
      /older than/,
    ],
    ['lists no tags', 'go', { '/library/golang': 'Not found' }, /list no tags of golang/],
    [
      'lists older tags',
      'alpine',
      { '/library/alpine': `Tags: ${alpine.older}, ${alpine.other}` },
      / is the newest tag listed, older than /,
    ],
    ['lists another line', 'alpine', { '/library/alpine': `Tags: ${alpine.other}` }, /no tag like /],
    [
      'lists no release',
      'actions/checkout',
      { '/github/actions/checkout/releases?per_page=50': [] },
      /no release as new as/,
    ],
    [
      'has no SHA',
      'actions/checkout',
      {
        [`/github/actions/checkout/git/ref/tags/${nextCheckout}`]: { object: { type: 'commit', sha: 'abc' } },
      },
      /no commit for its tag/,
    ],
    [
      'moved a tag',
      'actions/checkout',
      {
        '/github/actions/checkout/releases?per_page=50': [
          { tag_name: checkout.tag, published_at: '2026-01-01' },
        ],
        [`/github/actions/checkout/git/ref/tags/${checkout.tag}`]: {
          object: { type: 'commit', sha: sha('c') },
        },
      },
      /the tag was moved, find out why/,
    ],
  ];
  for (const [what, only, told, why] of refusals)
    it(`keeps what it has of a source that ${what}`, async () => {
      const files = all();
      const { status, output } = await update({ ...newer, ...told }, [only]);
      assert.match(output, why);
      assert.match(output, /^No source answered: nothing was changed/);
      assert.equal(status, 3);
      assert.deepEqual(all(), files);
    });

  it('takes the others where one source fails', async () => {
    const { status, output } = await update({ ...newer, '/eol/go': 500 });
    assert.equal(status, 2, output);
    assert.equal(JSON.parse(text('catalogue/languages/go.json')).versions[0].patch, newestGo.patch);
    assert.ok(text('catalogue/bases/alpine.json').includes(`"alpine:${alpine.next}"`));
  });

  it('waits with a patch until all its images are there', async () => {
    const tags = `Tags: ${goTags(nextGo).replace(/, [^,]*alpine.*/, '')}\n`;
    const { status, output } = await update({ ...newer, '/library/golang': tags }, ['go']);
    assert.equal(status, 0, output);
    assert.ok(output.includes(`- Go ${nextGo} waits for golang:${nextGo}-alpine3.24`), output);
    assert.equal(JSON.parse(text('catalogue/languages/go.json')).versions[0].patch, newestGo.patch);
  });

  it('takes no word of a source for Markdown', async () => {
    const hostile = releases([newestGo.cycle, nextGo, 'x\n| [a](b) | `${{ c }}` |']);
    const { output } = await update({ ...newer, '/eol/go': hostile }, ['go']);
    assert.doesNotMatch(output, /^\| \[a\]|[^\\]\[a/m);
  });
});
