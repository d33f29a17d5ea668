import assert from 'node:assert/strict';
import { detected, shown, type Files } from './detected.js';

function needs(name: string, files: Files, native: string, glibc: string | null): void {
  it(name, () => {
    const facts = detected(files);
    assert.equal(shown(facts.nativeCode), native);
    assert.equal(shown(facts.needsGlibc), glibc);
  });
}

const uses = (...names: string[]) => ({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });
const no = 'false @ package.json';
const locked = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages }, null, 1);

describe('native code and glibc', () => {
  needs('nothing', { 'package.json': {} }, no, no);
  needs('plain packages', { 'package.json': uses('express') }, no, no);
  needs('sharp has builds for both', { 'package.json': uses('sharp') }, no, no);
  needs(
    'better-sqlite3 may be compiled',
    { 'package.json': uses('better-sqlite3') },
    'true @ package.json:3',
    no,
  );
  needs('playwright is for glibc alone', { 'package.json': uses('playwright') }, no, 'true @ package.json:3');
  needs(
    'as a dev dependency it is not there',
    { 'package.json': { devDependencies: { playwright: '1' } } },
    no,
    no,
  );
  needs('not known', { 'package.json': uses('mediasoup') }, 'true @ package.json:3', null);
  needs('dependencies that are a list', { 'package.json': { dependencies: ['playwright'] } }, no, no);
  needs('dependencies that are null', { 'package.json': { dependencies: { playwright: null } } }, no, no);

  needs(
    'npm: an add-on of a dependency',
    {
      'package.json': uses('a'),
      'package-lock.json': locked({
        'node_modules/a': { dependencies: { canvas: '3' } },
        'node_modules/canvas': {},
      }),
    },
    'true @ package-lock.json:9',
    'true @ package-lock.json:9',
  );
  needs(
    'npm: an add-on that no table knows',
    {
      'package.json': uses('mine'),
      'package-lock.json': locked({
        'node_modules/mine': { hasInstallScript: true, dependencies: { nan: '2' } },
      }),
    },
    'true @ package.json:3',
    no,
  );
  needs(
    'npm: platform packages without a twin for musl',
    {
      'package.json': uses('mine'),
      'package-lock.json': locked({
        'node_modules/mine': { optionalDependencies: { '@mine/linux-x64-gnu': '1' } },
      }),
    },
    no,
    'true @ package.json:3',
  );
  needs(
    'npm: platform packages with one',
    {
      'package.json': uses('mine'),
      'package-lock.json': locked({
        'node_modules/mine': {
          optionalDependencies: { '@mine/linux-x64-gnu': '1', '@mine/linux-x64-musl': '1' },
        },
      }),
    },
    no,
    no,
  );
  needs(
    'pnpm: an add-on of a dependency',
    {
      'package.json': uses('a'),
      'pnpm-lock.yaml':
        "lockfileVersion: '9.0'\n\nsnapshots:\n\n  a@1.0.0:\n    dependencies:\n      onnxruntime-node: 1.20.0\n\n  onnxruntime-node@1.20.0: {}\n",
    },
    no,
    'true @ pnpm-lock.yaml:9',
  );
  needs(
    'pnpm: of a tool for development alone',
    {
      'package.json': { ...uses('a'), devDependencies: { b: '*' } },
      'pnpm-lock.yaml':
        "lockfileVersion: '9.0'\n\nsnapshots:\n\n  a@1.0.0: {}\n\n  b@1.0.0:\n    dependencies:\n      playwright: 1.20.0\n",
    },
    no,
    no,
  );
  needs(
    'Yarn 1: an add-on of a dependency',
    {
      'package.json': uses('a'),
      'yarn.lock':
        '# yarn lockfile v1\n\na@*:\n  version "1.0.0"\n  dependencies:\n    canvas "^3"\n\ncanvas@^3:\n  version "3.0.0"\n',
    },
    'true @ yarn.lock:8',
    'true @ yarn.lock:8',
  );
});
