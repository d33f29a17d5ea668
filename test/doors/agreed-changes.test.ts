import assert from 'node:assert/strict';
import { agreedChanges } from '../../src/doors/agreed-changes.js';
import { InputError, WouldOverwriteError } from '../../src/errors.js';
import type { Person } from '../../src/questions/ask.js';
import { parseFlags } from '../../src/questions/parse-flags.js';
import type { Change } from '../../src/reconcile/reconcile.js';

const change = (path: string, kind: Change['change']): Change => ({
  path,
  change: kind,
  before: null,
  after: '',
});
const changes = [
  change('new', 'create'),
  change('same', 'identical'),
  change('merged', 'merge'),
  change('mine', 'conflict'),
];

/** Somebody who gives these answers in turn, and the names of the files whose difference they saw. */
function somebody(...answers: unknown[]): { person: Person; seen: string[] } {
  const seen: string[] = [];
  const person: Person = {
    prompt: async () => answers.shift(),
    say() {},
    showDifference: async ({ path }) => void seen.push(path),
  };
  return { person, seen };
}

async function written(flags: string, person: Person | null): Promise<string[]> {
  const { settings } = parseFlags(flags.split(' ').filter(Boolean));
  return (await agreedChanges(changes, settings, person)).map(({ path }) => path);
}

describe('what may be written', () => {
  const writes = (
    name: string,
    flags: string,
    answers: readonly unknown[] | null,
    expected: readonly string[],
  ) =>
    it(`${name}: ${expected.join(', ') || 'nothing'}`, async () =>
      assert.deepEqual(
        await written(flags, answers === null ? null : somebody(...answers).person),
        expected,
      ));

  writes('nobody to ask, --force', '--force', null, ['new', 'merged', 'mine']);
  writes('nobody to ask, --dry-run', '--dry-run', null, []);
  writes('nobody to ask, --diff --force', '--diff --force', null, []);
  writes('a person overwrites', '', ['overwrite', true], ['new', 'merged', 'mine']);
  writes('a person keeps', '', ['keep', true], ['new', 'merged']);
  writes('a person with --force is asked once', '--force', [true], ['new', 'merged', 'mine']);
  writes('a person with --dry-run is not asked', '--dry-run', [], []);

  it('nobody to ask: refuses', () => assert.rejects(written('', null), WouldOverwriteError));
  it('a person sees the difference, and is asked again', async () => {
    const { person, seen } = somebody('diff', 'diff', 'keep', true);
    assert.deepEqual(await written('', person), ['new', 'merged']);
    assert.deepEqual(seen, ['mine', 'mine']);
  });
  for (const answers of [['abort'], ['overwrite', false]]) {
    it(`a person answers ${answers.join(', ')}: cancelled`, () =>
      assert.rejects(
        written('', somebody(...answers).person),
        (error) => error instanceof InputError && error.code === 'cancelled',
      ));
  }
});
