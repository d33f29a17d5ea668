import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadActions } from '../../src/catalogue/catalogue.js';
import { packageRoot } from '../../src/package-root.js';

type Files = Readonly<Record<string, unknown>>;
interface Refreshed {
  readonly files: Files;
  readonly changes: readonly object[];
  readonly notes: readonly string[];
}
interface Clients {
  readonly clients: Readonly<
    Record<'npm' | 'pip', { versions(answer: string, name: string): readonly string[] }>
  >;
  refreshPackageManager(files: Files, id: string, versions: readonly string[]): Refreshed;
}
interface Support {
  distributions(files: Files): readonly string[];
  refreshSupport(
    files: Files,
    distribution: string,
    told: { releases: readonly object[]; today: string },
  ): Refreshed;
}

const load = (name: string) =>
  import(pathToFileURL(path.join(packageRoot(), 'scripts/catalogue', name)).href) as Promise<never>;

describe('scripts/catalogue/package-managers.js', () => {
  let script: Clients;
  before(async () => {
    script = await load('package-managers.js');
  });
  const file = 'catalogue/package-managers.json';

  it('reads finished releases from what the clients print', () => {
    const { npm, pip } = script.clients;
    assert.deepEqual(npm.versions('["1.0.0", "2.0.0-rc.1", "1.10.0"]', 'a'), ['1.0.0', '1.10.0']);
    assert.deepEqual(npm.versions('"1.0.0"', 'a'), ['1.0.0']);
    assert.deepEqual(pip.versions('a (2.0)\nAvailable versions: 2.0, 1.9.1, 1.9.1rc1\n', 'a'), [
      '2.0',
      '1.9.1',
    ]);
    for (const [client, answer] of [
      [npm, '{'],
      [npm, '[]'],
      [pip, ''],
      [pip, 'ERROR'],
    ] as const)
      assert.throws(() => client.versions(answer, 'a'), /releases of a/);
  });

  const cases: readonly (readonly [
    id: string,
    before: string,
    versions: string[],
    now: string,
    notes: number,
  ])[] = [
    ['pnpm', '10.1.0', ['10.1.0', '10.10.0', '10.9.0'], '10.10.0', 0],
    ['pnpm', '10.1.0', ['10.1.0', '11.0.0'], '10.1.0', 1],
    ['yarn', '1.22.22', ['1.22.22', '2.4.3'], '1.22.22', 0],
    ['pipenv', '2026.10.3', ['2026.10.3', '2027.1.0'], '2027.1.0', 0],
  ];
  for (const [id, before, versions, now, notes] of cases)
    it(`${id} ${before} of ${versions.join(', ')}: ${now}`, () => {
      const files = { [file]: { versions: { [id]: before } } };
      const refreshed = script.refreshPackageManager(files, id, versions);
      assert.deepEqual(refreshed.files[file], { versions: { [id]: now } });
      assert.equal(refreshed.notes.length, notes);
    });

  it('takes nothing older', () => {
    const files = { [file]: { versions: { pnpm: '10.2.0' } } };
    assert.throws(() => script.refreshPackageManager(files, 'pnpm', ['10.1.0']), /older than 10\.2\.0/);
  });
});

describe('scripts/catalogue/support-dates.js', () => {
  let script: Support;
  before(async () => {
    script = await load('support-dates.js');
  });
  const debian = {
    title: 'Debian 13 slim',
    image: 'debian:trixie-slim',
    endOfLife: 'debian',
    supportedUntil: '2028-08-09',
  };
  const ubi = {
    title: 'Red Hat UBI 10',
    image: 'example.com/ubi:10.2',
    endOfLife: 'rhel',
    supportedUntil: '2035-05-31',
  };
  const files = {
    'catalogue/bases/debian.json': debian,
    'catalogue/bases/ubi.json': ubi,
    'catalogue/a.json': {},
  };

  it('knows the distributions of bases', () =>
    assert.deepEqual(script.distributions(files), ['debian', 'rhel']));

  it('moves the day and says when it has come', () => {
    const releases = [{ cycle: '13', patch: '13.7', endOfLife: '2026-01-01' }];
    const refreshed = script.refreshSupport(files, 'debian', { releases, today: '2026-11-22' });
    assert.deepEqual(refreshed.files['catalogue/bases/debian.json'], {
      ...debian,
      supportedUntil: '2026-01-01',
    });
    assert.equal(refreshed.changes.length, 1);
    assert.deepEqual(refreshed.notes, [
      'Debian 13 slim has had no support since 2026-01-01: move to its next release',
    ]);
  });

  it('names a newer image of Red Hat for a person', () => {
    const releases = [{ cycle: '10', patch: '10.3', endOfLife: '2035-05-31' }];
    const { notes, changes } = script.refreshSupport(files, 'rhel', { releases, today: '2026-11-22' });
    assert.deepEqual(changes, []);
    assert.match(notes.join('\n'), /10\.3 is out, example\.com\/ubi:10\.2 is named/);
  });

  it('keeps what it has of a release that is gone', () => {
    const told = { releases: [{ cycle: '14', patch: '14.1', endOfLife: null }], today: '2026-11-22' };
    assert.throws(() => script.refreshSupport(files, 'debian', told), /no longer lists debian 13/);
  });
});

describe('scripts/catalogue/actions.js', () => {
  interface Actions {
    readonly tools: Readonly<Record<string, string>>;
    refreshTool(files: Files, tool: string, release: { tag: string; notes: string[] }): Refreshed;
  }
  let script: Actions;
  before(async () => {
    script = await load('actions.js');
  });

  it('knows the repository of every tool', () =>
    assert.deepEqual(
      Object.keys(loadActions().tools).filter((tool) => !(tool in script.tools)),
      [],
    ));

  it('moves a tool together with its image', () => {
    const files = {
      'catalogue/actions.json': { actions: {}, tools: { grype: 'v0.1.0', syft: 'v0.1.0' } },
      'catalogue/pipeline-images.json': { grype: { image: 'ghcr.io/anchore/grype:v0.1.0-debug' } },
      'test/catalogue/known-images.json': {
        sources: [{ images: { 'ghcr.io/anchore/grype': ['v0.1.0-debug'] } }],
      },
    };
    const { files: now } = script.refreshTool(files, 'grype', { tag: 'v0.2.0', notes: [] });
    assert.deepEqual(now, {
      'catalogue/actions.json': { actions: {}, tools: { grype: 'v0.2.0', syft: 'v0.1.0' } },
      'catalogue/pipeline-images.json': { grype: { image: 'ghcr.io/anchore/grype:v0.2.0-debug' } },
      'test/catalogue/known-images.json': {
        sources: [{ images: { 'ghcr.io/anchore/grype': ['v0.2.0-debug'] } }],
      },
    });
  });
});
