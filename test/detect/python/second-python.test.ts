import assert from 'node:assert/strict';
import { detect, type Files } from './detected.js';

const empty: Files = { 'requirements.txt': '' };

describe('python: programs of Python 2', () => {
  const refused: readonly (readonly [string, Files, RegExp])[] = [
    ['print', { 'main.py': 'x = 1\nprint "hello"\n' }, /^main\.py:2: "print "hello"" is Python 2/],
    ['print into a stream', { 'main.py': 'import sys\nprint >>sys.stderr, 1\n' }, /main\.py:2/],
    ['print in a function', { 'app.py': 'def f(a):\n    print a\nf(1)\n' }, /app\.py:2/],
    ['raise', { 'main.py': 'raise ValueError, "no"\n' }, /main\.py:1/],
    ['a module', { 'main.py': 'import urllib2\nurllib2.urlopen("x")\n' }, /"import urllib2"/],
    [
      'of a Procfile',
      { Procfile: 'web: python web.py\n', 'web.py': 'from Queue import Queue\n' },
      /web\.py:1/,
    ],
  ];
  for (const [name, files, message] of refused) {
    it(`refuses ${name}`, () =>
      assert.throws(() => detect({ ...empty, ...files }), { code: 'not-served', message }));
  }

  const served: readonly (readonly [string, string])[] = [
    ['a call', 'print("hello")\nprint ("hello")\n'],
    ['the name alone', 'log = print\nprint\nrun(print, 1)\n'],
    ['words in a text', '"""\nprint "hello"\n"""\n# print "hello"\nprint(1)\n'],
    [
      'a guarded import',
      'try:\n    import urllib2\nexcept ImportError:\n    import urllib.request\nprint(1)\n',
    ],
    ['exceptions without parentheses', 'try:\n    f()\nexcept ValueError, KeyError:\n    pass\n'],
  ];
  for (const [name, text] of served) {
    it(`takes ${name}`, () =>
      assert.equal(detect({ ...empty, 'main.py': text }).start?.value, 'python main.py'));
  }

  it('looks only at the file that is started', () => {
    const files = { 'main.py': 'print(1)\n', 'old/tool.py': 'print "x"\n' };
    assert.equal(detect({ ...empty, ...files }).start?.value, 'python main.py');
  });
});
