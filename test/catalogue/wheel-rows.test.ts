import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/package-root.js';

interface IndexFile {
  readonly filename: string;
  readonly yanked?: boolean;
}

interface WheelRows {
  wheelRows(files: readonly IndexFile[]): string[];
  mostServed(packages: readonly (readonly string[])[]): string;
}

const script = pathToFileURL(path.join(packageRoot(), 'scripts', 'wheel-rows.js')).href;

describe('scripts/wheel-rows.js', () => {
  let rows: WheelRows;
  before(async () => {
    rows = (await import(script)) as WheelRows;
  });

  const cases: readonly [name: string, filenames: readonly string[], expected: readonly string[]][] = [
    ['pure Python has no rows', ['a-1.0-py3-none-any.whl', 'a-1.0.tar.gz'], []],
    ['source alone is compiled', ['a-1.0.tar.gz'], ['1.0 - -']],
    [
      'the newest interpreter of each libc',
      [
        'a-1.0-cp312-cp312-manylinux_2_17_x86_64.whl',
        'a-1.0-cp313-cp313-manylinux_2_17_x86_64.whl',
        'a-1.0-cp312-cp312-musllinux_1_2_x86_64.whl',
      ],
      ['1.0 3.13 3.12'],
    ],
    ['a stable ABI serves every later one', ['a-1.0-cp39-abi3-manylinux_2_28_x86_64.whl'], ['1.0 any -']],
    ['a wheel without an ABI, too', ['a-1.0-py3-none-manylinux_2_28_x86_64.whl'], ['1.0 any -']],
    ['another machine counts for nothing', ['a-1.0-cp313-cp313-manylinux_2_17_aarch64.whl'], ['1.0 - -']],
    ['nor another system', ['a-1.0-cp313-cp313-macosx_11_0_x86_64.whl'], ['1.0 - -']],
    ['nor a free-threaded interpreter', ['a-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl'], ['1.0 - -']],
    ['nor a release candidate', ['a-1.0rc1.tar.gz', 'a-1.0.tar.gz'], ['1.0 - -']],
    [
      'a row holds until the next, and releases are in order',
      [
        'a-1.10-cp313-cp313-manylinux1_x86_64.whl',
        'a-1.9-cp312-cp312-manylinux1_x86_64.whl',
        'a-1.8-cp312-cp312-manylinux1_x86_64.whl',
      ],
      ['1.8 3.12 -', '1.10 3.13 -'],
    ],
    [
      'a post-release is its release',
      ['a-1.0.tar.gz', 'a-1.0.post1-cp313-cp313-manylinux1_x86_64.whl'],
      ['1.0 3.13 -'],
    ],
  ];
  for (const [name, filenames, expected] of cases)
    it(name, () => {
      assert.deepEqual(rows.wheelRows(filenames.map((filename) => ({ filename }))), expected);
    });

  it('a yanked file is not there', () => {
    const files = [
      { filename: 'a-1.0.tar.gz' },
      { filename: 'a-1.0-cp313-cp313-manylinux1_x86_64.whl', yanked: true },
    ];
    assert.deepEqual(rows.wheelRows(files), ['1.0 - -']);
  });

  it('the Python that four in five packages serve', () => {
    const newest = ['3.14', '3.14', 'any', '3.13', '3.12', '-'];
    assert.equal(rows.mostServed(newest.map((glibc) => ['0.1 3.9 -', `1.0 ${glibc} -`])), '3.13');
  });
});
