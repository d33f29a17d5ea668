import assert from 'node:assert/strict';
import { InputError } from '../../src/errors.js';

/** The InputError of this code that `act` throws; fails where it throws none. */
export function inputError(code: string, act: () => unknown): InputError {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assert.equal(error.code, code, error.message);
    return error;
  }
  throw new assert.AssertionError({ message: `nothing was thrown, ${code} was expected` });
}
