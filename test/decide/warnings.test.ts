import assert from 'node:assert/strict';
import { loadBase } from '../../src/catalogue/catalogue.js';
import { baseWarnings } from '../../src/decide/warnings.js';

describe('warnings about a base', () => {
  const debian = { ...loadBase('debian-slim'), title: 'Debian 12 slim', supportedUntil: '2026-07-11' };

  it('tell from which day on its distribution gets no fixes', () => {
    const [warning] = baseWarnings(debian, '2026-11-22');
    assert.equal(warning?.code, 'BI105');
    assert.match(warning.message, /^Debian 12 slim has had no security fixes since 2026-07-11: .* --base$/);
    assert.equal(baseWarnings(debian, '2026-07-11').length, 1);
  });

  it('are none before that day, by the day of the facts', () => {
    assert.deepEqual(baseWarnings(debian, '2026-07-10'), []);
    assert.deepEqual(baseWarnings({ ...debian, supportedUntil: null }, '2026-11-22'), []);
  });
});
