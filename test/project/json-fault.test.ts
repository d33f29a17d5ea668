import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonFault } from '../../src/project/json-fault.js';

describe('the fault of a broken JSON text', () => {
  it('lies where a valid text was cut off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const text = json.slice(0, cut % (json.length + 1));
        const { offset, message } = jsonFault(text);
        assert.ok(offset <= text.length);
        assert.match(message, / expected, but /);
      }),
    );
  });
  it('lies at or before a character that nothing allows', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, place) => {
        const at = place % (json.length + 1);
        assert.ok(jsonFault(`${json.slice(0, at)}\u0001${json.slice(at)}`).offset <= at);
      }),
    );
  });
});
