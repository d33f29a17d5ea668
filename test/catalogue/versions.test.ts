import assert from 'node:assert/strict';
import { loadLanguage, type Cell } from '../../src/catalogue/catalogue.js';
import { chooseVersion } from '../../src/catalogue/versions.js';
import type { LanguageId } from '../../src/detect/facts.js';

const anywhere: Cell = { build: 'any', run: 'any' };

/** `warned`: what the one warning has to say; absent: no warning. */
function takes(id: LanguageId, stated: string | null, cycle: string, warned?: RegExp, cell = anywhere): void {
  const where = cell.cycles === undefined ? '' : ` where ${cell.cycles.join(', ')} is offered`;
  it(`${id} ${stated ?? 'unstated'}${where} → ${cycle}${warned === undefined ? '' : ', with a warning'}`, () => {
    const fact = stated === null ? null : { value: stated, source: 'manifest:3' };
    const { version, warnings } = chooseVersion(loadLanguage(id), cell, { version: fact });
    assert.equal(version.cycle, cycle);
    assert.deepEqual(
      warnings.map(({ code, source }) => [code, source]),
      warned === undefined ? [] : [['BI102', 'manifest:3']],
    );
    if (warned !== undefined) assert.match(warnings[0]?.message ?? '', warned);
  });
}

const only = (...cycles: string[]): Cell => ({ ...anywhere, cycles });

describe('the version of Go', () => {
  takes('go', null, '1.27');
  takes('go', '1.27', '1.27');
  takes('go', '1.27.0', '1.27');
  takes('go', '1.26', '1.26');
  takes('go', '1.26.3', '1.26');
  takes('go', '1.26.99', '1.26');
  takes('go', '1.25', '1.27');
  takes('go', '1.21', '1.27');
  takes('go', '1.21.0', '1.27');
  takes('go', '1.13', '1.27');
  takes('go', '1.30', '1.27', /no image here carries Go 1\.30: Go 1\.27 is taken/);
});

describe('the version of Bun', () => {
  takes('bun', null, '1');
  takes('bun', '>=1.1', '1');
  takes('bun', '1.2.3', '1');
  takes('bun', 'latest', '1');
  takes('bun', '^2', '1', /no image here carries Bun \^2: Bun 1 is taken/);
});

describe('the version of Deno', () => {
  takes('deno', null, '2.9');
  takes('deno', '2', '2.9');
  takes('deno', '2.x', '2.9');
  takes('deno', '^2.2.0', '2.9');
  takes('deno', '2.9.1', '2.9');
  takes('deno', 'v2.9.9', '2.9');
  takes('deno', 'latest', '2.9');
  takes('deno', '2.2.2', '2.9', /Deno 2\.2 has had no security fixes since 2025-10-31: Deno 2\.9 is taken/);
  takes('deno', '~2.4', '2.9', /Deno 2\.4 has had no security fixes/);
  takes('deno', '1.46.3', '2.9', /no image here carries Deno 1\.46\.3/);
});

describe('the version of Node.js', () => {
  takes('node', null, '24');
  takes('node', '>=18', '24');
  takes('node', '>= 20', '24');
  takes('node', '>=25', '26');
  takes('node', '^24', '24');
  takes('node', '^22.0.0', '22');
  takes('node', '22.x', '22');
  takes('node', '22', '22');
  takes('node', 'v22.3.1', '22');
  takes('node', '22.3.1', '22');
  takes('node', '24.1', '24');
  takes('node', '~24.5.0', '24', /no image here carries Node\.js ~24\.5\.0: Node\.js 24 is taken/);
  takes('node', '26.x', '26');
  takes('node', 'lts/*', '24');
  takes('node', 'lts/jod', '22');
  takes('node', 'lts/krypton', '24');
  takes('node', 'lts/Jod', '22');
  takes('node', 'node', '24');
  takes('node', '*', '24');
  takes('node', '>=20 <23', '22');
  takes('node', '^20 || ^22', '22');
  takes('node', '20 || 22 || 24', '24');
  takes('node', '>=22 <=24', '24');
  takes('node', '18', '22', /Node\.js 18 has had no security fixes since 2025-04-30: Node\.js 22 is taken/);
  takes('node', '20.x', '22', /Node\.js 20 has had no security fixes since 2026-04-30/);
  takes('node', '^20', '22', /no security fixes since 2026-04-30/);
  takes('node', '>=16 <19', '22', /Node\.js 16 has had no security fixes since 2023-09-11/);
  takes('node', 'lts/iron', '22', /Node\.js 20 has had no security fixes/);
  takes('node', '99', '26', /no image here carries Node\.js 99: Node\.js 26 is taken/);
  takes('node', '>=18', '26', undefined, only('26'));
  takes('node', '24', '26', /Node\.js 24.*: Node\.js 26 is taken/, only('26'));
});

describe('the version of Python', () => {
  takes('python', null, '3.14');
  takes('python', '>=3.11', '3.14');
  takes('python', '>=3.9', '3.14');
  takes('python', '>=3.9,<3.13', '3.12');
  takes('python', '>=3.9, <3.13', '3.12');
  takes('python', '>=3.9 <3.13', '3.12');
  takes('python', '~=3.12', '3.14');
  takes('python', '~=3.12.0', '3.12');
  takes('python', '==3.12.*', '3.12');
  takes('python', '==3.12', '3.12');
  takes('python', '3.12', '3.12');
  takes('python', '3.12.4', '3.12');
  takes('python', 'python-3.12.4', '3.12');
  takes('python', '3', '3.14');
  takes('python', '^3.11', '3.14');
  takes('python', '~3.11', '3.11');
  takes('python', '>3.12', '3.14');
  takes('python', '<3.14', '3.13');
  takes('python', '<=3.13', '3.13');
  takes('python', '>=3.10,!=3.14.*', '3.13');
  takes('python', '>=3.8,<4.0', '3.14');
  takes('python', '^3.9 || ^3.12', '3.14');
  takes('python', '>=3.12', '3.13', undefined, only('3.13'));
  takes('python', '3.10', '3.10', /Python 3\.10 has had no security fixes since 2026-10-31: move to 3\.11/);
  takes('python', '<3.11', '3.10', /Python 3\.10 has had no security fixes/);
  takes(
    'python',
    '3.8',
    '3.11',
    /Python 3\.8 has had no security fixes since 2024-10-07: Python 3\.11 is taken/,
  );
  takes('python', '==3.9.*', '3.11', /Python 3\.9 has had no security fixes since 2025-10-31/);
  takes('python', '2.7', '3.11', /Python 2\.7 has had no security fixes since 2020-01-01/);
  takes('python', '3.99', '3.14', /no image here carries Python 3\.99/);
});

describe('the version of Python that the dependencies are built for', () => {
  const newest = { value: '3.12', source: 'requirements.txt:7' };
  const limits: readonly (readonly [string, string | null, Cell, string, boolean, readonly string[]])[] = [
    ['nothing stated', null, anywhere, '3.12', true, ['BI104']],
    ['only the limit stated', '<=3.12', anywhere, '3.12', true, ['BI104']],
    ['a range that admits it', '>=3.10', anywhere, '3.12', true, ['BI104']],
    ['an older one stated', '3.11', anywhere, '3.11', true, []],
    ['a newer one stated', '3.13', anywhere, '3.13', false, []],
    ['a cell that has newer ones only', null, only('3.13'), '3.13', false, []],
  ];
  it('is older than all there are: the next one that gets fixes and is accepted', () => {
    const ended = { value: '3.9', source: 'poetry.lock:3' };
    for (const [stated, cycle] of [
      ['^3.9', '3.11'],
      ['>=3.12', '3.12'],
    ] as const) {
      const wanted = { version: { value: stated, source: 'manifest:3' }, newestVersion: ended };
      const taken = chooseVersion(loadLanguage('python'), anywhere, wanted);
      assert.deepEqual([taken.version.cycle, taken.fits], [cycle, false]);
      assert.match(taken.warnings[0]!.message, /3\.9 has had no security fixes/);
    }
  });

  for (const [name, stated, cell, cycle, fits, codes] of limits)
    it(name, () => {
      const version = stated === null ? null : { value: stated, source: 'manifest:3' };
      const taken = chooseVersion(loadLanguage('python'), cell, { version, newestVersion: newest });
      assert.deepEqual(
        [taken.version.cycle, taken.fits, taken.warnings.map(({ code }) => code)],
        [cycle, fits, codes],
      );
    });
});
