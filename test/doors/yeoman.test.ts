import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import helpers from 'yeoman-test';
import { main } from '../../src/cli/main.js';
import { expressFiles, generatedFiles, inProject, textsBelow, writeProject } from './express-project.js';

const generator = fileURLToPath(new URL('../../generators/app/index.js', import.meta.url));

/** Runs the generator in a new folder with the project, as yo would; `force` as a user has it, not as yeoman-test. */
function yo(options: Record<string, unknown>, files = expressFiles) {
  return helpers
    .run(generator, { namespace: 'baseimage:app' })
    .withOptions({ force: false, ...options } as object)
    .inTmpDir((root) => writeProject(root, files));
}

/** What the bin makes of the same project. */
function bin(argv: readonly string[], files = expressFiles): Promise<Record<string, string>> {
  return inProject(async (root) => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    assert.equal(await main(argv, { stdin, stdout, stderr, env: {}, cwd: root }), 0, String(stderr.read()));
    return textsBelow(root);
  }, files);
}

async function failure(run: PromiseLike<unknown>): Promise<Error & { code?: unknown }> {
  try {
    await run;
  } catch (error) {
    return error as Error;
  }
  return assert.fail('nothing was thrown');
}

describe('yo baseimage', function () {
  this.timeout(20_000);

  it('writes the same bytes as the bin', async () => {
    const result = await yo({ yes: true });
    assert.deepEqual(textsBelow(result.cwd), await bin(['--yes']));
  });

  it('stores the same answers as the bin, beside those of other generators', async () => {
    const files = { ...expressFiles, '.yo-rc.json': '{\n\t"generator-x": { "a": 1 }\n}\n' };
    const result = await yo({ yes: true, base: 'debian-slim', port: '8081' }, files);
    assert.deepEqual(
      textsBelow(result.cwd),
      await bin(['--yes', '--base', 'debian-slim', '--port', '8081'], files),
    );
  });

  it('stores prompted answers as the bin stores flags', async () => {
    const result = await yo({}).withAnswers({ shell: false });
    assert.deepEqual(textsBelow(result.cwd), await bin(['--no-shell']));
  });

  it('tells Yeoman which files were written', async () => {
    const result = await yo({ yes: true });
    assert.deepEqual(Object.keys(result.getSnapshot()).sort(), generatedFiles);
  });

  it('writes nothing at all over a file that differs: exit 3', async () => {
    const files = { ...expressFiles, '.dockerignore': '# mine\n' };
    const run = yo({}, files);
    const error = await failure(run);
    assert.equal(error.code, 3);
    assert.match(error.message, /^error: would overwrite \.dockerignore: nothing was written\n/);
    assert.deepEqual(textsBelow(run.targetDirectory as string), files);
  });

  it('overwrites with --force', async () => {
    const result = await yo({ yes: true, force: true }, { ...expressFiles, Dockerfile: '# mine\n' });
    assert.deepEqual(textsBelow(result.cwd), await bin(['--yes']));
  });

  it('writes nothing with --dry-run', async () => {
    const result = await yo({ yes: true, dryRun: true, port: 80 });
    assert.deepEqual(textsBelow(result.cwd), expressFiles);
  });

  const fails = (name: string, options: Record<string, unknown>, message: RegExp, files = expressFiles) =>
    it(`exits 2 on ${name}`, async () => {
      const error = await failure(yo({ yes: true, ...options }, files));
      assert.equal(error.code, 2);
      assert.match(error.message, message);
    });
  fails('an unknown base', { base: 'alpin' }, /no such base[^]*did you mean alpine\?/);
  fails('an unknown flag', { prot: 80 }, /--prot: no such option[^]*--port/);
  fails('a word behind --yes', { yes: 'foo' }, /--yes foo: --yes takes no value/);
  fails('a broken .yo-rc.json', {}, /\.yo-rc\.json:1:2: /, { ...expressFiles, '.yo-rc.json': '{' });
  fails('a broken package.json', {}, /package\.json:1:2: /, { ...expressFiles, 'package.json': '{' });
  fails('an empty folder', {}, /^error: /, {});
});
