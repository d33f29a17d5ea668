import assert from 'node:assert/strict';
import { InputError } from '../../src/errors.js';
import { parseFlags } from '../../src/questions/parse-flags.js';

/** The answers of a command line, without their sources. */
function answersOf(...argv: string[]): Record<string, unknown> {
  const { answers } = parseFlags(argv);
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answer.value]));
}

function reads(argv: string, answers: Record<string, unknown>): void {
  it(`reads ${argv || 'nothing'}`, () =>
    assert.deepEqual(answersOf(...argv.split(' ').filter(Boolean)), answers));
}

function refuses(argv: readonly string[], code: string, message: string, hint: RegExp): void {
  it(`refuses ${JSON.stringify(argv)}`, () => {
    assert.throws(
      () => parseFlags(argv),
      (error: unknown) => {
        assert.ok(error instanceof InputError);
        assert.equal(error.code, code);
        assert.equal(error.message, message);
        assert.match(error.hint, hint);
        return true;
      },
    );
  });
}

describe('flags', () => {
  describe('answers', () => {
    reads('', {});
    reads('--shell', { shell: true });
    reads('--no-shell --glibc --no-rhel', { shell: false, glibc: true, rhel: false });
    reads('--base alpine', { base: 'alpine' });
    reads('--base=debian-slim', { base: 'debian-slim' });
    reads('--language node --port 8080', { language: 'node', port: 8080 });
    reads('--port=1', { port: 1 });
    reads('--port 65535', { port: 65535 });
    reads('--app ./services/api/', { app: 'services/api' });
    reads('--app .', { app: '.' });
    reads('--start=-x', { start: '-x' });
    reads('--start=a=b', { start: 'a=b' });
    reads('--shell --shell', { shell: true });
    reads('folder --base alpine', { base: 'alpine' });
    reads('--platform linux/amd64,linux/arm64', { platform: ['linux/amd64', 'linux/arm64'] });
    reads('--platform linux/amd64 --platform=linux/arm64', { platform: ['linux/amd64', 'linux/arm64'] });
    reads('--health /api/health?full=1', { health: '/api/health?full=1' });
    reads('-- --shell', {});

    it('names the flag as the source', () => {
      const { answers } = parseFlags(['--no-shell', '--port', '80']);
      assert.deepEqual(answers, {
        shell: { value: false, source: '--no-shell' },
        port: { value: 80, source: '--port' },
      });
    });
  });

  describe('commands, folders and settings', () => {
    const runs = (argv: string, command: string, folder: string) =>
      it(`${argv || 'nothing'}: ${command} in ${folder}`, () => {
        const invocation = parseFlags(argv.split(' ').filter(Boolean));
        assert.deepEqual([invocation.command, invocation.folder], [command, folder]);
      });
    runs('', 'generate', '.');
    runs('api', 'generate', 'api');
    runs('plan', 'plan', '.');
    runs('plan api', 'plan', 'api');
    runs('./plan', 'generate', './plan');
    runs('plan plan', 'plan', 'plan');
    runs('--json plan api', 'plan', 'api');
    runs('images --json', 'images', '.');
    runs('help', 'help', '.');
    runs('plan --help', 'help', '.');
    runs('-h', 'help', '.');
    runs('--version', 'version', '.');

    it('collects overlays in their order', () => {
      assert.deepEqual(parseFlags(['--templates', 'a', '--templates=b']).settings.templates, ['a', 'b']);
    });
    it('reads switches', () => {
      assert.deepEqual(parseFlags(['-y', '--force', '--dry-run', '--diff', '--json']).settings, {
        yes: true,
        force: true,
        dryRun: true,
        diff: true,
        json: true,
        templates: [],
      });
    });
  });

  describe('errors', () => {
    refuses(['--shel'], 'unknown-flag', '--shel: no such option', /^did you mean --shell\?$/);
    refuses(['--no-shel'], 'unknown-flag', '--no-shel: no such option', /^did you mean --no-shell\?$/);
    refuses(['--no-force'], 'unknown-flag', '--no-force: no such option', /./);
    refuses(['--pin', 'digests'], 'bad-value', '--pin digests: no such pin', /did you mean digest\?/);
    refuses(
      ['--platform', 'linux/amd64,linux/arm'],
      'bad-value',
      '--platform linux/arm: no such platform',
      /linux\/arm64.*with commas/s,
    );
    for (const path of ['healthz', "/a'b", '/a b', '/$(a)', '/a"', '//host/a', '/a\\b', '/#a'])
      refuses(
        ['--health', path],
        'bad-value',
        `--health ${path}: not the path of an address`,
        /begins with \//,
      );
    refuses(['-x'], 'unknown-flag', '-x: no such option', /--help/);
    refuses(['--dryrun'], 'unknown-flag', '--dryrun: no such option', /--dry-run/);
    refuses(
      ['--base', 'alpin'],
      'bad-value',
      '--base alpin: no such base',
      /^allowed: scratch, [^\n]*\ndid you mean alpine\?$/,
    );
    refuses(['--base', 'constructor'], 'bad-value', '--base constructor: no such base', /^allowed: [^\n]*$/);
    refuses(['--language=nod'], 'bad-value', '--language nod: no such language', /did you mean node\?/);
    refuses(['--base', ''], 'bad-value', '--base: the value is empty', /allowed/);
    refuses(['--base'], 'missing-value', '--base: a value is missing', /allowed: scratch/);
    refuses(['--base', '--yes'], 'missing-value', '--base: a value is missing', /allowed: scratch/);
    refuses(['--start', '-x'], 'missing-value', '--start: a value is missing', /--start=-value/);
    for (const port of ['abc', '0', '70000', '-1', '1.5', '0x50', '1e3', ' 80', '99999999999999999999']) {
      refuses([`--port=${port}`], 'bad-value', `--port ${port}: not a port`, /1 to 65535/);
    }
    refuses(['--shell=yes'], 'bad-value', '--shell=yes: --shell takes no value', /--no-shell/);
    refuses(['--shell', '--no-shell'], 'contradiction', '--shell and --no-shell contradict each other', /./);
    refuses(
      ['--base', 'ubi', '--base', 'wolfi'],
      'contradiction',
      '--base ubi and --base wolfi contradict each other',
      /./,
    );
    refuses(['a', 'b'], 'unexpected-word', 'one folder at a time: a, b', /usage/);
    refuses(['plam', 'b'], 'unexpected-word', 'one folder at a time: plam, b', /did you mean plan\?/);
    refuses(['images', 'b'], 'unexpected-word', 'images takes no folder: b', /usage/);
    refuses(['--app', '../x'], 'bad-value', '--app ../x: leads out of the project', /relative to its root/);
    refuses(['--app', '/etc'], 'bad-value', '--app /etc: leads out of the project', /relative to its root/);
    refuses(
      ['--start', 'a\nRUN b'],
      'bad-value',
      '--start a<U+000A>RUN b: control characters and line breaks are refused',
      /one line/,
    );
    refuses(
      ['--start', 'a\u001b[2J'],
      'bad-value',
      '--start a<U+001B>[2J: control characters and line breaks are refused',
      /one line/,
    );
  });
});
