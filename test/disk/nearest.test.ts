import assert from 'node:assert/strict';
import { nearest } from '../../src/nearest.js';

const bases = ['scratch', 'distroless', 'alpine', 'debian-slim', 'debian', 'ubi', 'node', 'go'];

describe('nearest', () => {
  const cases: [word: string, meant: string | null][] = [
    ['alpin', 'alpine'],
    ['Alpine', 'alpine'],
    ['debain', 'debian'],
    ['ndoe', 'node'],
    ['debian-slm', 'debian-slim'],
    ['windows', null],
    ['x', null],
    ['', null],
  ];
  for (const [word, meant] of cases)
    it(`${word || 'nothing'}: ${meant}`, () => assert.equal(nearest(word, bases), meant));

  it('takes no time over an endless word', () => assert.equal(nearest('a'.repeat(10_000_000), bases), null));
});
