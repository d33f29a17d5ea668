import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { warningCodes } from '../../src/warning-codes.js';

const read = (name: string) => readFileSync(path.join(packageRoot(), name), 'utf8');

describe('warning codes', () => {
  it('each is given somewhere', () => {
    const sources = readdirSync(path.join(packageRoot(), 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'warning-codes.ts')
      .map((name) => path.join('src', name));
    const code = sources.map(read).join('\n');
    for (const name of Object.keys(warningCodes)) assert.ok(code.includes(`'${name}'`), name);
  });
});
