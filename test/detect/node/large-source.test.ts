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
  for (const part of parts) {
    it(part, function () {
      this.timeout(enough);
      const source = part.repeat(Math.floor(290_000 / part.length));
      assert.equal(detected({ 'package.json': {}, 'server.js': source }).port, null);
    });
  }
});
