import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryProject, type TemporaryProject } from '../disk/temporary-project.js';

const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url));
const limit = 20_000;

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

interface Start {
  readonly stdin?: 'ignore' | 'pipe';
  readonly uid?: number;
}

/** Runs the real bin; what takes longer than the limit is killed, and has no exit status. */
async function run(
  project: TemporaryProject,
  argv: readonly string[] = [],
  start: Start = {},
): Promise<Ended> {
  const { stdin = 'ignore', uid } = start;
  const child = spawn(process.execPath, [bin, project.root, '--yes', ...argv], {
    stdio: [stdin, 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  child.stdin?.destroy();
  return { status, stderr };
}

const onPosix = process.platform === 'win32' ? it.skip : it;
const manifest = '{ "name": "app", "scripts": { "start": "node server.js" } }\n';
const withDependency = manifest.replace('{ "name"', '{ "dependencies": { "left-pad": "1.3.0" }, "name"');

async function withProject(act: (project: TemporaryProject) => Promise<void>): Promise<void> {
  const project = temporaryProject();
  try {
    await act(project);
  } finally {
    project.remove();
  }
}

/** The bin says what is wrong, exits 2 and has written nothing. */
async function refuses(
  project: TemporaryProject,
  message: RegExp,
  argv: readonly string[] = [],
  start: Start = {},
): Promise<void> {
  const before = project.entries();
  const { status, stderr } = await run(project, argv, start);
  assert.equal(status, 2, stderr);
  assert.match(stderr, message);
  assert.doesNotMatch(stderr, /^\s+at \S+ \(|node:internal|unexpected fault/m);
  assert.deepEqual(project.entries(), before);
}

describe('a hostile folder', function () {
  this.timeout(limit + 10_000);

  const broken: readonly (readonly [file: string, text: string, place: RegExp])[] = [
    ['package.json', '{\n  "name": oops\n}\n', /package\.json:2/],
    ['package.json', '', /package\.json:1/],
    ['package.json', '{ "name": "app"', /package\.json:1/],
    ['pyproject.toml', '[project]\nname = \n', /pyproject\.toml:2/],
    ['pyproject.toml', '[project\n', /pyproject\.toml:1/],
  ];
  for (const [file, text, place] of broken) {
    it(`${file} of ${JSON.stringify(text)}: the place of the fault`, () =>
      withProject(async (project) => {
        project.put(file, text);
        await refuses(project, place);
      }));
  }

  it('pnpm-workspace.yaml that is no YAML: the place of the fault', () =>
    withProject(async (project) => {
      project.put('package.json', withDependency);
      project.put('pnpm-lock.yaml', 'lockfileVersion: "9.0"\n');
      project.put('pnpm-workspace.yaml', 'packages: {\n');
      await refuses(project, /pnpm-workspace\.yaml:\d/);
    }));

  it('empty: says what was looked for', () =>
    withProject((project) => refuses(project, /go\.mod[^]*package\.json/)));

  it('a folder in place of package.json', () =>
    withProject(async (project) => {
      mkdirSync(project.at('package.json'));
      await refuses(project, /error: /);
    }));

  onPosix('a fifo in place of package.json', () =>
    withProject(async (project) => {
      execFileSync('mkfifo', [project.at('package.json')]);
      await refuses(project, /error: /);
    }),
  );

  onPosix('a fifo among the sources', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      execFileSync('mkfifo', [project.at('server.js')]);
      assert.notEqual((await run(project)).status, null, 'the run hung');
    }),
  );

  it('a package.json of 10 GB', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      truncateSync(project.at('package.json'), 10 * 1024 ** 3);
      await refuses(project, /package\.json/);
    }));

  it('a binary package.json', () =>
    withProject(async (project) => {
      project.put('package.json', Buffer.from([0x7b, 0x00, 0xff, 0xfe, 0x7d]));
      await refuses(project, /package\.json/);
    }));

  onPosix('a package.json that leads out of the project', () =>
    withProject(async (project) => {
      const elsewhere = project.put('outside/package.json', manifest);
      mkdirSync(project.at('inside'));
      symlinkSync(elsewhere, project.at('inside/package.json'));
      const inside = { ...project, root: project.at('inside') };
      await refuses(inside, /package\.json/);
    }),
  );

  onPosix('a Dockerfile that leads out of the project is not written through', () =>
    withProject(async (project) => {
      const elsewhere = project.put('outside/file', 'mine\n');
      project.put('inside/package.json', manifest);
      project.put('inside/server.js', '');
      symlinkSync(elsewhere, project.at('inside/Dockerfile'));
      const { status, stderr } = await run({ ...project, root: project.at('inside') }, ['--force']);
      assert.equal(status, 2, stderr);
      assert.equal(project.text('outside/file'), 'mine\n');
    }),
  );

  onPosix('a .github that leads out of the project is not written through', () =>
    withProject(async (project) => {
      mkdirSync(project.at('outside'));
      project.put('inside/package.json', manifest);
      project.put('inside/server.js', '');
      symlinkSync(project.at('outside'), project.at('inside/.github'));
      const { status, stderr } = await run({ ...project, root: project.at('inside') }, ['--force']);
      assert.equal(status, 2, stderr);
      assert.ok(!project.entries().some((entry) => /^outside\/./.test(entry)));
    }),
  );

  onPosix('a ring of links among the folders', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      project.put('server.js', '');
      symlinkSync('.', project.at('again'));
      assert.equal((await run(project)).status, 0);
    }),
  );

  onPosix('that may not be written', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      project.put('server.js', '');
      chmodSync(project.root, 0o555);
      try {
        await refuses(project, /error: /, [], unprivileged());
      } finally {
        chmodSync(project.root, 0o755);
      }
    }),
  );

  onPosix('whose manifest may not be read', () =>
    withProject(async (project) => {
      chmodSync(project.put('package.json', manifest), 0o000);
      chmodSync(project.root, 0o755);
      await refuses(project, /package\.json/, [], unprivileged());
    }),
  );

  it('with two lock files: one is taken, and a warning names both', () =>
    withProject(async (project) => {
      project.put('package.json', withDependency);
      project.put('server.js', '');
      project.put('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }\n');
      project.put('yarn.lock', '# yarn lockfile v1\n');
      const { status, stderr } = await run(project);
      assert.equal(status, 0, stderr);
      assert.match(stderr, /warning BI\d{3} [^\n]*(?:package-lock\.json|yarn\.lock)/);
    }));

  it('with 100 nested folders', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      project.put('server.js', '');
      mkdirSync(project.at('a/'.repeat(100)), { recursive: true });
      assert.equal((await run(project)).status, 0);
    }));
});

describe('a hostile terminal', function () {
  this.timeout(limit + 10_000);

  for (const stdin of ['ignore', 'pipe'] as const) {
    it(`a standard input that is ${stdin === 'ignore' ? 'closed' : 'open and silent'}`, () =>
      withProject(async (project) => {
        project.put('package.json', manifest);
        project.put('server.js', '');
        assert.equal((await run(project, [], { stdin })).status, 0);
      }));
  }

  onPosix('a kill at any moment leaves each file old or new', () =>
    withProject(async (project) => {
      project.put('package.json', manifest);
      project.put('server.js', '');
      assert.equal((await run(project)).status, 0);
      const outputs = [
        'Dockerfile',
        '.dockerignore',
        '.github/dependabot.yml',
        '.github/workflows/container.yml',
      ];
      const fresh = new Map(outputs.map((file) => [file, project.text(file)]));
      for (let round = 0; round < 8; round++) {
        for (const file of outputs) writeFileSync(project.at(file), 'old\n');
        const child = spawn(process.execPath, [bin, project.root, '--yes', '--force'], { stdio: 'ignore' });
        const ended = once(child, 'exit');
        await wait(60 + round * 20);
        child.kill('SIGKILL');
        await ended;
        for (const file of outputs)
          assert.ok(['old\n', fresh.get(file)].includes(project.text(file)), `${file} is half written`);
      }
    }),
  );
});

/** Root may do everything: then the run is somebody else's. */
function unprivileged(): Start {
  return process.getuid?.() === 0 ? { uid: 65534 } : {};
}
