import assert from 'node:assert/strict';
import { detected } from './detected.js';

/** Milliseconds: some fifty times what it takes; patterns that go over a text again and again take minutes. */
const enough = 5_000;

describe('a large source that repeats itself', () => {
  const parts = [
    'process.env.PORT ',
    "['SIGTERM'",
    '.listen(a',
    '.listen({',
    'serve({',
    '{ PORT = ',
    '/*',
    "'\\'",
    "require('./",
    ".get('PORT')",
  ];
  /** What one call begins with, which is never ended. */
  const calls = [
    ["join('", '.'],
    ["join('", '../'],
    ["join('", 'a/'],
    ['join(', "'./',"],
  ] as const;
  for (const [opening, part] of [...parts.map((part) => ['', part] as const), ...calls]) {
    it(opening + part, function () {
      this.timeout(enough);
      const source = opening + part.repeat(Math.floor(290_000 / part.length));
      assert.equal(detected({ 'package.json': {}, 'server.js': source }).port, null);
    });
  }
});
