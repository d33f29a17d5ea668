import { noMuslBuild } from '../../../src/decide/rules/no-musl-build.js';
import { judgedBy } from './judged-by.js';

describe('no-musl-build', () => {
  const { rejects, allows } = judgedBy(noMuslBuild, 'BI012');
  rejects('python, torch', 'alpine', 'alpine has musl in place of glibc', 'requirements.txt:3');
  rejects('go, glibc', 'alpine', 'alpine has musl in place of glibc', '--glibc');
  allows('python', 'alpine');
  allows('python, torch', 'debian-slim');
  allows('python, torch, musl', 'alpine');
  allows('node, better-sqlite3', 'alpine');
});
