import assert from 'node:assert/strict';
import { InputError } from '../../src/errors.js';
import { fromYeomanOptions } from '../../src/questions/from-yeoman-options.js';
import { parseFlags } from '../../src/questions/parse-flags.js';

/** What yo 7 puts beside the options that were typed. */
const internals = {
  env: {},
  resolved: '/x/index.js',
  namespace: 'baseimage:app',
  _meta: {},
  sharedData: {},
  skipLocalCache: true,
  forwardErrorToEnvironment: false,
};

function same(given: Record<string, unknown>, argv: string): void {
  it(`${JSON.stringify(given)} is ${argv || 'nothing'}`, () => {
    const { answers, settings } = parseFlags(argv.split(' ').filter(Boolean));
    assert.deepEqual(fromYeomanOptions([], { ...internals, ...given }), { answers, settings });
  });
}

function refuses(words: readonly string[], given: Record<string, unknown>, code: string, text: RegExp): void {
  it(`refuses ${JSON.stringify(words)} ${JSON.stringify(given)}`, () => {
    assert.throws(
      () => fromYeomanOptions(words, { ...internals, ...given }),
      (error: unknown) => {
        assert.ok(error instanceof InputError);
        assert.equal(error.code, code);
        assert.match(`${error.message}\n${error.hint}`, text);
        return true;
      },
    );
  });
}

describe('Yeoman options', () => {
  same({}, '');
  same({ yes: true, port: '3000' }, '--yes --port 3000');
  same({ port: 3000 }, '--port 3000');
  same({ shell: false }, '--no-shell');
  same({ dryRun: true, 'dry-run': true }, '--dry-run');
  same({ y: true }, '-y');
  same({ templates: 'a' }, '--templates a');
  same({ templates: ['a', 'b'] }, '--templates a --templates b');
  same({ shell: [true, true] }, '--shell');
  same(
    {
      force: false,
      skipInstall: true,
      skipCache: true,
      'skip-cache': true,
      askAnswered: true,
      'force-install': true,
      insight: false,
    },
    '',
  );
  same({ base: undefined, port: null }, '');

  refuses([], { yes: 'foo' }, 'bad-value', /--yes foo: --yes takes no value/);
  refuses([], { shell: 'false' }, 'bad-value', /--shell false: --shell takes no value[^]*--no-shell/);
  refuses([], { shell: [false, true] }, 'contradiction', /--no-shell and --shell/);
  refuses([], { base: true }, 'missing-value', /--base: a value is missing/);
  refuses([], { base: false }, 'unknown-flag', /--no-base: no such option/);
  refuses([], { base: 'alpin' }, 'bad-value', /--base alpin: no such base[^]*did you mean alpine\?/);
  refuses([], { port: '70000' }, 'bad-value', /--port 70000: not a port/);
  refuses([], { start: 'a\nb' }, 'bad-value', /control characters/);
  refuses([], { start: {} }, 'bad-value', /--start: not a text/);
  refuses([], { bse: 'alpine' }, 'unknown-flag', /--bse: no such option[^]*did you mean --base\?/);
  refuses([], { dryRnu: true, 'dry-rnu': true }, 'unknown-flag', /--dry-rnu: no such option[^]*--dry-run/);
  refuses([], { x: true }, 'unknown-flag', /-x: no such option/);
  refuses(['api'], {}, 'unexpected-word', /api: yo baseimage takes no folder/);
});
