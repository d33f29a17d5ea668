import assert from 'node:assert/strict';
import { releaseFloor } from '../../../src/detect/python/release-floor.js';
import { detect } from './detected.js';

describe('python: the oldest version that the framework can be installed with', () => {
  const cases: readonly (readonly [name: string, requirements: string, version: string | null])[] = [
    ['a pinned release', 'Django==6.1\n', '>=3.12'],
    ['bounds on both sides', 'django>=5.0,<5.2\n', '<=3.13'],
    ['any release', 'django\n', null],
    ['a bound that an older Python meets with an older release', 'django<7\n', null],
    ['a release that older Pythons alone work with', 'django==4.2.20\n', '<=3.12'],
    ['another package', 'flask==3.1.0\n', null],
  ];
  for (const [name, text, version] of cases)
    it(name, () => assert.equal(detect({ 'requirements.txt': text }).version?.value ?? null, version));

  it('says where, and gives way to what the project says', () => {
    const files = { 'requirements.txt': 'gunicorn==23.0.0\ndjango~=6.0\n' };
    assert.deepEqual(detect(files).version, { value: '>=3.12', source: 'requirements.txt:2' });
    assert.equal(detect({ ...files, '.python-version': '3.13\n' }).version?.value, '3.13');
  });

  it('the locked release', () => {
    const lock = '{"default": {"django": {"version": "==5.2.8"}}}';
    assert.deepEqual(detect({ Pipfile: '', 'Pipfile.lock': lock }).version, {
      value: '>=3.10',
      source: 'Pipfile.lock:1',
    });
  });
});

describe('python: the oldest release that a specifier admits', () => {
  const cases: readonly (readonly [specifier: string, floor: string | null])[] = [
    ['', null],
    ['<2', null],
    ['!=2.0', null],
    ['==6.0.1', '6.0.1'],
    ['==6.0.*', '6.0'],
    ['>=5.1,<7', '5.1'],
    ['>=5,>=5.2', '5.2'],
    ['~=6.0', '6.0'],
    ['^6.0', '6.0'],
  ];
  for (const [specifier, floor] of cases)
    it(`${specifier || 'nothing'}: ${floor}`, () => assert.equal(releaseFloor(specifier), floor));
});
