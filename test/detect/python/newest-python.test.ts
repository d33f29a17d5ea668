import assert from 'node:assert/strict';
import { releaseBelow } from '../../../src/detect/python/release-below.js';
import { detect } from './detected.js';

describe('python: the newest version that the dependencies are built for', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['wheels that end with 3.12', 'greenlet==3.0.1\n', '3.12'],
    ['the lowest of several', 'greenlet==3.0.1\nnumpy==1.24.4\n', '3.11'],
    ['a bound', 'numpy<2\n', '3.12'],
    ['any release', 'numpy\n', null],
    ['one wheel for all', 'cryptography==41.0.0\n', null],
    ['compiled in any case', 'psycopg2==2.9.9\n', null],
    ['pure Python', 'flask==1.0\n', null],
    ['what a pinned package pins', 'pydantic==2.5.2\n', '3.12'],
    ['what a package of today pins', 'pydantic\n', null],
    ['a package before it had a compiled part', 'pydantic==1.10.13\n', null],
    ['a bound of a pinned package', 'streamlit==1.28.0\n', '3.12'],
    ['a framework that stops working', 'django~=4.2\n', '3.12'],
    ['the lower of both', 'django<4\ngreenlet==3.0.1\n', '3.10'],
    ['a framework of today', 'django>=5.2\n', null],
    ['a package without a wheel for today', 'tensorflow\n', '3.13'],
  ];
  for (const [name, text, newest] of cases)
    it(name, () => assert.equal(detect({ 'requirements.txt': text }).newestVersion?.value ?? null, newest));

  it('a Pipfile.lock, which lists no files', () => {
    const lock = '{"default": {"greenlet": {"version": "==3.0.1"}}}';
    assert.deepEqual(detect({ Pipfile: '', 'Pipfile.lock': lock }).newestVersion, {
      value: '3.12',
      source: 'Pipfile.lock:1',
    });
  });
});

describe('python: releases that a specifier admits', () => {
  const cases: readonly (readonly [specifier: string, release: string, admitted: boolean])[] = [
    ['', '99', true],
    ['>=2', '99', true],
    ['==2.1.3', '2.1.3', true],
    ['==2.1.3', '2.1.4', false],
    ['==2.1.*', '2.1.9', true],
    ['==2.1.*', '2.2', false],
    ['<2', '1.26', true],
    ['<2', '2', false],
    ['<=2', '2.0', true],
    ['~=1.4', '1.9', true],
    ['~=1.4', '2.0', false],
    ['~=1.4.2', '1.4.9', true],
    ['~=1.4.2', '1.5', false],
    ['^1.4', '1.9', true],
    ['^1.4', '2.0', false],
    ['^0.4.2', '0.4.9', true],
    ['^0.4.2', '0.5', false],
    ['~1.4', '1.4.9', true],
    ['~1.4', '1.5', false],
    ['>=1,<1.5', '1.5', false],
    ['!=1.5', '1.6', true],
  ];
  for (const [specifier, release, admitted] of cases)
    it(`${specifier || 'any'}: ${release} ${admitted ? 'is' : 'is not'}`, () =>
      assert.equal(releaseBelow(release, specifier), admitted));
});
