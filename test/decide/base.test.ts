import assert from 'node:assert/strict';
import { baseIds } from '../../src/decide/decision.js';
import { decides, decisionFor, refuses } from './decides.js';

describe('--base', () => {
  for (const base of baseIds) decides(`go, base ${base}`, base);
  for (const base of baseIds.filter((id) => id !== 'scratch' && id !== 'ubi-micro')) {
    decides(`node, base ${base}`, base);
    if (base !== 'ubi-init') decides(`python, base ${base}`, base);
  }
  refuses(
    'python, psycopg2, base distroless',
    /PostgreSQL's client library \(requirements\.txt:3\)/,
    'the nearest that works is --base debian-slim',
  );
  decides('go, cgo, base alpine, no glibc', 'alpine');

  it('tells that it was asked for', () =>
    assert.deepEqual(decisionFor('go, base wolfi').steps, [
      { question: 'base', answer: 'wolfi', source: '--base' },
    ]));
  it('warns about ubi-init', () =>
    assert.deepEqual(
      decisionFor('go, base ubi-init').warnings.map(({ code }) => code),
      ['BI103'],
    ));
});

describe('--base that can not be', () => {
  refuses('node, base scratch', /scratch can't hold the run time of Node\.js/, take('distroless'));
  refuses('python, base scratch', /scratch can't hold the run time of Python/, take('distroless'));
  refuses('python, base ubi-micro', /ubi-micro can't hold the run time of Python/, take('distroless'));
  refuses('go, cgo, base scratch', /scratch has no C library \(main\.go:4\)/, take('distroless'));
  refuses('python, torch, base alpine', /alpine has musl .* \(requirements\.txt:3\)/, take('debian-slim'));
  refuses('go, glibc, base alpine', /alpine has musl in place of glibc \(--glibc\)/, take('debian-slim'));
  refuses('go, glibc, base scratch', /scratch has no C library \(--glibc\)/, take('distroless'));
  refuses('node, shell, base distroless', /distroless has no shell \(--shell\)/, take('debian-slim'));
  refuses('go, rhel, base alpine', /alpine is not a Red Hat image \(--rhel\)/, take('ubi-minimal'));
  refuses('go, rhel, shell, base scratch', /scratch is not a Red Hat image/, take('ubi-micro'));
  refuses('go, rhel, base scratch', /scratch is not a Red Hat image \(--rhel\)/, take('ubi-micro'));
  refuses(
    'python, python 3.12, base distroless',
    /distroless has Python 3\.13 only, .* 3\.12 \(\.python-version:1\)/,
    take('debian-slim'),
  );
  refuses('node, node 22, base chainguard', /chainguard has Node\.js 26 only, .* 22\.x/, take('distroless'));
});

function take(base: string): string {
  return `the nearest that works is --base ${base}`;
}
