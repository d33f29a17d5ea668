import assert from 'node:assert/strict';
import { detected, type Files } from './detected.js';

describe('settings that the build lacks', () => {
  const next: Files = {
    'package.json': { scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '16' } },
  };
  const rows: readonly (readonly [string, Files, readonly string[]])[] = [
    ['nothing is asked for', {}, []],
    ['an example names them', { '.env.example': 'SECRET=\nNEXT_PUBLIC_API=\n' }, ['.env.example:2']],
    [
      'somebody sets them',
      { '.env.example': 'NEXT_PUBLIC_API=\n', '.env.production': 'NEXT_PUBLIC_API=/api\n' },
      [],
    ],
    [
      'a module stops without one',
      {
        'lib/mongodb.ts': "const a = 1;\nif (!process.env.MONGODB_URI) {\n  throw new Error('set it');\n}\n",
      },
      ['lib/mongodb.ts:2'],
    ],
    [
      'a function does',
      { 'lib/mongodb.ts': 'function f() {\n  if (!process.env.MONGODB_URI) throw new Error();\n}\n' },
      [],
    ],
  ];
  for (const [name, files, expected] of rows) {
    it(name, () => {
      const { warnings } = detected({ ...next, ...files });
      assert.deepEqual(
        warnings.filter(({ code }) => code === 'BI188').map(({ source }) => source),
        expected,
      );
    });
  }
});
