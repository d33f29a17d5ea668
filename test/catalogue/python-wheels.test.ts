import assert from 'node:assert/strict';
import { compareVersions } from '../../src/detect/python/version-order.js';
import { readCatalogue } from '../../src/read-catalogue.js';

interface Table {
  readonly current: string;
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

describe('catalogue: wheels of Python packages', () => {
  const { current, packages } = readCatalogue<Table>('python-wheels.json');

  it('every row is a release and two Pythons, `any` or `-`', () => {
    const column = /^(?:3\.\d+|any|-)$/;
    for (const [name, rows] of Object.entries(packages))
      for (const row of rows) {
        const [release, glibc, musl, ...more] = row.split(' ');
        assert.ok(
          /^\d/.test(release!) && column.test(glibc!) && column.test(musl!) && more.length === 0,
          `${name}: ${row}`,
        );
      }
  });

  it('rows go from old to new', () => {
    for (const [name, rows] of Object.entries(packages)) {
      const releases = rows.map((row) => row.split(' ')[0]!);
      const sorted = releases.every(
        (release, at) => at === 0 || compareVersions(releases[at - 1]!, release) <= 0,
      );
      assert.ok(sorted, name);
    }
  });

  it('the current Python is one that images carry', () => {
    const { versions } = readCatalogue<{ versions: { cycle: string }[] }>('languages/python.json');
    assert.ok(versions.some(({ cycle }) => cycle === current));
  });
});
