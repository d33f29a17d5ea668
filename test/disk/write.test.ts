import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { WouldOverwriteError } from '../../src/errors.js';
import { reconcile, type Change } from '../../src/reconcile/reconcile.js';
import { refuseOverwrites } from '../../src/write/refuse-overwrites.js';
import { writeFiles } from '../../src/write/write.js';
import { inputError } from './input-error.js';
import { posixOnly } from './posix-only.js';
import { temporaryProject, type TemporaryProject } from './temporary-project.js';

const create = (path: string, after = 'new\n'): Change => ({ path, change: 'create', before: null, after });

describe('writeFiles', () => {
  let project: TemporaryProject;
  let elsewhere: TemporaryProject;
  beforeEach(() => {
    project = temporaryProject();
    elsewhere = temporaryProject();
  });
  afterEach(() => {
    project.remove();
    elsewhere.remove();
  });

  const write = (files: Record<string, string>) =>
    writeFiles(
      project.root,
      reconcile(
        project.root,
        Object.entries(files).map(([path, text]) => ({ path, text })),
      ),
    );
  const modeOf = (relative: string) => statSync(project.at(relative)).mode & 0o777;

  it('writes new files, the folders they need, and nothing else', () => {
    write({ Dockerfile: 'a\n', '.github/workflows/container.yml': 'b\n', '.github/dependabot.yml': 'c\n' });
    assert.equal(project.text('.github/workflows/container.yml'), 'b\n');
    assert.deepEqual(project.entries(), [
      '.github/',
      '.github/dependabot.yml',
      '.github/workflows/',
      '.github/workflows/container.yml',
      'Dockerfile',
    ]);
  });

  it('does not touch identical files', () => {
    utimesSync(project.put('Dockerfile', 'a\n'), 1000, 1000);
    write({ Dockerfile: 'a\n' });
    assert.equal(statSync(project.at('Dockerfile')).mtimeMs, 1_000_000);
  });

  it('keeps CRLF', () => {
    project.put('Dockerfile', 'x\r\n');
    write({ Dockerfile: 'a\nb\n' });
    assert.equal(project.text('Dockerfile'), 'a\r\nb\r\n');
  });

  posixOnly('gives new files 0644 and folders 0755, less the umask', () => {
    const umask = process.umask(0o027);
    try {
      write({ '.github/dependabot.yml': 'a\n' });
    } finally {
      process.umask(umask);
    }
    assert.deepEqual([modeOf('.github'), modeOf('.github/dependabot.yml')], [0o750, 0o640]);
  });

  posixOnly('keeps the mode of a file that is there, whatever the umask', () => {
    chmodSync(project.put('Dockerfile', 'old\n'), 0o666);
    chmodSync(project.put('.trivyignore', 'old\n'), 0o400);
    write({ Dockerfile: 'new\n', '.trivyignore': 'new\n' });
    assert.deepEqual([modeOf('Dockerfile'), modeOf('.trivyignore')], [0o666, 0o400]);
    assert.equal(project.text('.trivyignore'), 'new\n');
  });

  it('refuses to replace a file that changed after it was compared', () => {
    project.put('Dockerfile', 'old\n');
    const changes = reconcile(project.root, [
      { path: '.dockerignore', text: 'new\n' },
      { path: 'Dockerfile', text: 'new\n' },
    ]);
    project.put('Dockerfile', 'edited\n');
    inputError('changed-meanwhile', () => writeFiles(project.root, changes));
    assert.deepEqual(project.entries(), ['Dockerfile']);
    assert.equal(project.text('Dockerfile'), 'edited\n');
  });

  posixOnly('looks again where folders lead before it writes', () => {
    const changes = reconcile(project.root, [{ path: '.github/dependabot.yml', text: 'a\n' }]);
    symlinkSync(elsewhere.root, project.at('.github'));
    inputError('leads-outside', () => writeFiles(project.root, changes));
    assert.deepEqual(elsewhere.entries(), []);
  });

  posixOnly('writes where a link inside the project leads, and leaves the link', () => {
    project.put('docker/Dockerfile', 'old\n');
    symlinkSync('docker/Dockerfile', project.at('Dockerfile'));
    writeFiles(project.root, reconcile(project.root, [{ path: 'Dockerfile', text: 'new\n' }]));
    assert.ok(lstatSync(project.at('Dockerfile')).isSymbolicLink());
    assert.equal(project.text('docker/Dockerfile'), 'new\n');
  });

  posixOnly('looks again where a file leads before it writes', () => {
    project.put('real', 'old\n');
    symlinkSync('real', project.at('Dockerfile'));
    const changes = reconcile(project.root, [{ path: 'Dockerfile', text: 'new\n' }]);
    rmSync(project.at('Dockerfile'));
    symlinkSync(elsewhere.put('theirs', 'old\n'), project.at('Dockerfile'));
    inputError('leads-outside', () => writeFiles(project.root, changes));
    assert.equal(elsewhere.text('theirs'), 'old\n');
  });

  it('takes everything back where one file can not be staged', () => {
    project.put('Dockerfile', 'old\n');
    const changes: Change[] = [
      { path: 'Dockerfile', change: 'conflict', before: 'old\n', after: 'new\n' },
      create('a/b/file'),
      create('long'.repeat(100)),
    ];
    const error = inputError('unreadable', () => writeFiles(project.root, changes));
    assert.match(error.message, /its name is too long/);
    assert.deepEqual(project.entries(), ['Dockerfile']);
    assert.equal(project.text('Dockerfile'), 'old\n');
  });

  it('tells what was already written where a file can not be replaced', () => {
    const error = inputError('cannot-write', () =>
      writeFiles(project.root, [create('x'), create('a'), create('a/b')]),
    );
    assert.match(error.message, /^a can't be written: .*; already written: x$/);
    assert.deepEqual(project.entries(), ['x']);
  });

  it('removes leftovers of killed runs, and nothing that only looks like them', () => {
    const gone = `.baseimage-${4 * 1024 * 1024 + 1}-0123456789ab.tmp`;
    const running = `.baseimage-${process.ppid}-0123456789ab.tmp`;
    const old = `.baseimage-${process.ppid}-ba9876543210.tmp`;
    for (const name of [gone, running, old, '.baseimage-mine.tmp']) project.put(name, 'x');
    utimesSync(project.at(old), 1000, 1000);
    project.put('Dockerfile', 'same\n');
    write({ Dockerfile: 'same\n' });
    assert.deepEqual(project.entries(), [running, '.baseimage-mine.tmp', 'Dockerfile'].sort());
  });

  posixOnly('says which file a read-only folder refuses, and leaves everything as it was', () => {
    project.put('Dockerfile', 'old\n');
    project.put('.github/keep', '');
    asAnotherUser(project);
    chmodSync(project.at('.github'), 0o555);
    const error = writeAsAnotherUser(project, 'Dockerfile', '.github/dependabot.yml');
    chmodSync(project.at('.github'), 0o755);
    assert.equal(error?.code, 'cannot-write');
    assert.match(
      error.message,
      /^\.github\/dependabot\.yml can't be written: permission denied \(EACCES\); nothing/,
    );
    assert.deepEqual(project.entries(), ['.github/', '.github/keep', 'Dockerfile']);
    assert.equal(project.text('Dockerfile'), 'old\n');
  });

  posixOnly('leaves nothing behind where the disk takes no more', () => {
    project.put('Dockerfile', 'old\n');
    const script = path.join(import.meta.dirname, 'write-once.js');
    const limited = `ulimit -f 0 && exec "$0" "$@"`;
    const words = [
      '-c',
      limited,
      process.execPath,
      script,
      project.root,
      'Dockerfile',
      '.github/dependabot.yml',
    ];
    const error = JSON.parse(execFileSync('sh', words, { encoding: 'utf8' }));
    assert.match(
      error.message,
      /^Dockerfile can't be written: the file is too large .*; nothing was written$/,
    );
    assert.deepEqual(project.entries(), ['Dockerfile']);
    assert.equal(project.text('Dockerfile'), 'old\n');
  });

  posixOnly('says which file can not be read', () => {
    chmodSync(project.put('Dockerfile', 'old\n'), 0);
    asAnotherUser(project);
    const error = writeAsAnotherUser(project, 'Dockerfile');
    assert.equal(error?.code, 'unreadable');
    assert.match(error.message, /^Dockerfile can't be read: permission denied/);
  });

  posixOnly('replaces a read-only file that was to be replaced', () => {
    chmodSync(project.put('Dockerfile', 'old\n'), 0o444);
    asAnotherUser(project);
    assert.equal(writeAsAnotherUser(project, 'Dockerfile'), null);
    assert.equal(project.text('Dockerfile'), 'new\n');
  });
});

describe('refuseOverwrites', () => {
  const conflict = (path: string): Change => ({ path, change: 'conflict', before: 'a\n', after: 'b\n' });

  it('lists every conflict', () => {
    assert.throws(
      () =>
        refuseOverwrites([conflict('Dockerfile'), create('x'), conflict('.dockerignore')], { force: false }),
      (error) => error instanceof WouldOverwriteError && error.paths.join() === 'Dockerfile,.dockerignore',
    );
  });

  it('lets new files, identical ones, and all by force', () => {
    refuseOverwrites([create('x'), { path: 'y', change: 'identical', before: '', after: '' }], {
      force: false,
    });
    refuseOverwrites([conflict('Dockerfile')], { force: true });
  });
});

/** Permissions do not stop root: there these tests write as another user. */
const anotherUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

function asAnotherUser({ root, at, entries }: TemporaryProject): void {
  const { uid, gid } = anotherUser;
  if (uid === undefined || gid === undefined) return;
  for (const file of [root, ...entries().map(at)]) chownSync(file, uid, gid);
}

function writeAsAnotherUser(
  { root }: TemporaryProject,
  ...paths: string[]
): { code: string; message: string } | null {
  const script = path.join(import.meta.dirname, 'write-once.js');
  const printed = execFileSync(process.execPath, [script, root, ...paths], {
    ...anotherUser,
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}
