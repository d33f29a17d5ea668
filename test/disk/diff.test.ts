import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/reconcile/diff.js';
import type { Change } from '../../src/reconcile/reconcile.js';

const conflict = (before: string, after: string): Change => ({
  path: 'Dockerfile',
  change: 'conflict',
  before,
  after,
});

describe('unifiedDiff', () => {
  it('shows what changes', () => {
    assert.equal(
      unifiedDiff([conflict('FROM a\nUSER 1\n', 'FROM b\nUSER 1\n')]),
      '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,2 +1,2 @@\n-FROM a\n+FROM b\n USER 1\n',
    );
  });

  it('shows a new file against nothing, and identical files not at all', () => {
    const changes: Change[] = [
      { path: '.trivyignore', change: 'create', before: null, after: '# none\n' },
      { path: 'Dockerfile', change: 'identical', before: 'x\n', after: 'x\n' },
    ];
    assert.equal(unifiedDiff(changes), '--- /dev/null\n+++ b/.trivyignore\n@@ -0,0 +1,1 @@\n+# none\n');
  });

  it('does not clutter files that end every line in CRLF, but shows where only some do', () => {
    assert.equal(unifiedDiff([conflict('a\r\nb\r\n', 'a\r\nc\r\n')]).includes('<U+000D>'), false);
    assert.match(unifiedDiff([conflict('a\r\nb\n', 'a\nb\n')]), /^-a<U\+000D>$/m);
  });

  it('tells a missing line break at the end', () => {
    assert.match(unifiedDiff([conflict('a', 'a\n')]), /^\\ No newline at end of file$/m);
  });

  it('colours on request only', () => {
    const changes = [conflict('--a\n', '++b\n')];
    assert.equal(unifiedDiff(changes).includes('\u001b'), false);
    const coloured = unifiedDiff(changes, { colour: true });
    assert.ok(coloured.includes('\u001b[31m---a\u001b[0m\n'));
    assert.ok(coloured.includes('\u001b[32m+++b\u001b[0m\n'));
  });

  it('gives up on files that have nothing in common, instead of searching for minutes', () => {
    const lines = (letter: string) =>
      Array.from({ length: 40_000 }, (_, row) => `${letter}${row}\n`).join('');
    assert.match(unifiedDiff([conflict(lines('a'), lines('b'))]), /too much differs/);
  }).timeout(20_000);

  it('sends no control character to the terminal', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\u001b', ']', '\u0007', '\r', '\n', '\u009b', '\u202e', '\t', 'a', '\0'),
    });
    fc.assert(
      fc.property(hostile, hostile, (before, after) => {
        assert.doesNotMatch(unifiedDiff([conflict(before, after)]), /[^\P{Cc}\t\n]|\u202e/u);
      }),
    );
  });
});
