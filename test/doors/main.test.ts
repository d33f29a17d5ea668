import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { main } from '../../src/cli/main.js';
import { controlCharacter } from '../../src/control-characters.js';
import { expressFiles, generatedFiles, inProject, textsBelow } from './express-project.js';

interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bin's main in a folder, with pipes for streams: nobody can be asked. */
async function run(cwd: string, ...argv: string[]): Promise<Result> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await main(argv, { stdin, stdout, stderr, env: {}, cwd });
  const text = (stream: PassThrough) => String(stream.read() ?? '');
  return { status, stdout: text(stdout), stderr: text(stderr) };
}

const sources = Object.keys(expressFiles);

describe('baseimage', () => {
  it('generates, and finds all identical the second time', () =>
    inProject(async (root) => {
      const first = await run(root);
      assert.equal(first.status, 0, first.stderr);
      assert.equal(first.stdout, '');
      assert.match(first.stderr, /create {2}Dockerfile {2}\.dockerignore/);
      const written = textsBelow(root);
      assert.deepEqual(Object.keys(written), [...sources, ...generatedFiles].sort());

      const second = await run(root);
      assert.equal(second.status, 0);
      assert.match(second.stderr, /identical {2}Dockerfile[^]*nothing was written/);
      assert.deepEqual(textsBelow(root), written);
    }));

  it('takes a folder', () =>
    inProject(async (root) => {
      mkdirSync(path.join(root, 'plan'));
      assert.equal((await run(path.join(root, 'plan'), '..', '--yes')).status, 0);
      assert.ok('Dockerfile' in textsBelow(root));
    }));

  it('writes nothing at all over a file that differs: exit 3', () =>
    inProject(
      async (root) => {
        const before = textsBelow(root);
        const { status, stderr } = await run(root, '--port', '80');
        assert.equal(status, 3);
        assert.match(
          stderr,
          /error: would overwrite Dockerfile: nothing was written\n {2}see the difference/,
        );
        assert.deepEqual(textsBelow(root), before);
      },
      { ...expressFiles, Dockerfile: '# mine\n' },
    ));

  it('overwrites with --force', () =>
    inProject(
      async (root) => {
        const { status, stderr } = await run(root, '--force');
        assert.equal(status, 0);
        assert.match(stderr, /overwrite {2}Dockerfile/);
        assert.doesNotMatch(textsBelow(root)['Dockerfile'] ?? '', /mine/);
      },
      { ...expressFiles, Dockerfile: '# mine\n' },
    ));

  for (const flags of [
    ['--dry-run'],
    ['--diff'],
    ['--dry-run', '--force'],
    ['--diff', '--force'],
    ['plan'],
  ]) {
    it(`writes nothing with ${flags.join(' ')}`, () =>
      inProject(
        async (root) => {
          const before = textsBelow(root);
          assert.equal((await run(root, ...flags, '--port', '80')).status, 0);
          assert.deepEqual(textsBelow(root), before);
        },
        { ...expressFiles, Dockerfile: '# mine\n' },
      ));
  }

  it('shows the difference on standard output', () =>
    inProject(
      async (root) => {
        const { stdout } = await run(root, '--diff');
        assert.match(stdout, /^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n[^]*^-# mine$/m);
      },
      { ...expressFiles, Dockerfile: '# mine\n' },
    ));

  it('stores what was answered, and nothing else', () =>
    inProject(async (root) => {
      await run(root, '--shell', '--port', '8081');
      assert.deepEqual(JSON.parse(textsBelow(root)['.yo-rc.json'] ?? ''), {
        'generator-baseimage': { shell: true, port: 8081 },
      });
      const { stdout } = await run(root, 'plan', '--json');
      assert.equal(JSON.parse(stdout).decision.steps[0].source, '.yo-rc.json:3');
      assert.ok(JSON.parse(stdout).files.every(({ change }: { change: string }) => change === 'identical'));
    }));

  it('prefers a flag to what is stored', () =>
    inProject(
      async (root) => {
        const { stdout } = await run(root, 'plan', '--json', '--base', 'debian-slim');
        assert.equal(JSON.parse(stdout).decision.base, 'debian-slim');
      },
      { ...expressFiles, '.yo-rc.json': '{"generator-baseimage":{"base":"alpine"}}' },
    ));

  it('names the line of a broken .yo-rc.json', () =>
    inProject(
      async (root) => {
        const { status, stderr } = await run(root);
        assert.equal(status, 2);
        assert.match(stderr, /^error: \.yo-rc\.json:2:3: /);
      },
      { ...expressFiles, '.yo-rc.json': '{\n  oops\n}\n' },
    ));

  describe('--json', () => {
    it('prints the plan and what was done, alone on standard output', () =>
      inProject(async (root) => {
        const { status, stdout } = await run(root, '--json');
        assert.equal(status, 0);
        const { schema, files } = JSON.parse(stdout);
        assert.equal(schema, 1);
        assert.deepEqual(files.map(({ path }: { path: string }) => path).sort(), generatedFiles);
      }));

    const fails = (argv: readonly string[], status: number, code: string) =>
      it(`${argv.join(' ')}: error ${code}, exit ${status}`, () =>
        inProject(
          async (root) => {
            const result = await run(root, ...argv, '--json');
            assert.equal(result.status, status);
            const { schema, error } = JSON.parse(result.stdout);
            assert.equal(schema, 1);
            assert.deepEqual(Object.keys(error), ['code', 'message', 'hint']);
            assert.equal(error.code, code);
          },
          { ...expressFiles, Dockerfile: '# mine\n' },
        ));
    fails([], 3, 'would-overwrite');
    fails(['--base', 'alpin'], 2, 'bad-value');
    fails(['--bse'], 2, 'unknown-flag');
    fails(['nowhere'], 2, 'no-such-folder');
    fails(['plan', 'nowhere/at/all'], 2, 'no-such-folder');

    it('lists the images', async () => {
      const { stdout } = await run('.', 'images', '--json');
      assert.ok(JSON.parse(stdout).bases.some(({ id }: { id: string }) => id === 'alpine'));
    });
  });

  it('takes a mistyped command for one', async () => {
    const { status, stderr } = await run('.', 'plam');
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'error: plam: neither a folder nor a command\n  commands: plan, images, help\n  did you mean plan?\n',
    );
  });

  it('shows control characters of a project written out', () =>
    inProject(
      async (root) => {
        const { stdout, stderr } = await run(root, 'plan');
        assert.deepEqual(
          (stdout + stderr).split('\n').filter((line) => controlCharacter.test(line)),
          [],
        );
      },
      {
        ...expressFiles,
        'package.json':
          '{ "name": "a\\u001b[31m\\u202e", "scripts": { "start": "node \\u001b[2Jserver.js" } }\n',
      },
    ));

  it('prints its version alone', async () =>
    assert.match((await run('.', '--version')).stdout, /^\d+\.\d+\.\d+\S*\n$/));
});

describe('the process', () => {
  const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url));

  it('does not wait for a standard input that stays open and silent', () =>
    inProject(async (root) => {
      const child = spawn(process.execPath, [bin], { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] });
      const status = await new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.destroy();
      assert.equal(status, 0);
    })).timeout(20_000);

  it('does not mind a reader that goes away', () =>
    inProject(async (root) => {
      const child = spawn(process.execPath, [bin, 'plan', '--json'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      const status = await new Promise((resolve) => child.once('close', resolve));
      assert.deepEqual([status, stderr], [0, '']);
    })).timeout(20_000);

  it('tells a fault in one line, with its stack only where DEBUG is set', () =>
    inProject(async (root) => {
      // A current folder that is gone is nothing that flags or the project could have caused.
      const script = `import { main } from ${JSON.stringify(new URL('../../src/cli/main.js', import.meta.url).href)};
        const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, cwd: null };
        process.exitCode = await main([], { ...io, env: process.env });`;
      writeFileSync(path.join(root, 'fault.mjs'), script);
      const fault = (env: NodeJS.ProcessEnv) =>
        promisify(execFile)(process.execPath, [path.join(root, 'fault.mjs')], {
          env: { ...process.env, ...env },
        }).then(
          () => assert.fail('exit 0'),
          (error: { code: number; stderr: string }) => error,
        );
      const quiet = await fault({ DEBUG: '' });
      assert.equal(quiet.code, 1);
      assert.match(
        quiet.stderr,
        /^error: unexpected fault: .*\n {2}this is a fault of generator-baseimage: .*\n$/,
      );
      assert.match((await fault({ DEBUG: '1' })).stderr, /\n {4}at /);
    })).timeout(20_000);

  it('loads no Yeoman and no prompts where nothing is asked', () =>
    inProject(async (root) => {
      const hooks = `data:text/javascript,${encodeURIComponent(
        'export async function resolve(name, context, next) { const found = await next(name, context); process._rawDebug(found.url); return found; }',
      )}`;
      const register = `data:text/javascript,${encodeURIComponent(`import { register } from 'node:module'; register(${JSON.stringify(hooks)});`)}`;
      const { stderr } = await promisify(execFile)(process.execPath, ['--import', register, bin, '--yes'], {
        cwd: root,
      });
      assert.match(stderr, /src\/engine\.js/);
      assert.doesNotMatch(stderr, /node_modules\/(@?yeoman|@?inquirer|prettier|lodash|rxjs|diff)/);
    })).timeout(20_000);
});
