import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openProject } from '../../src/project/folder-view.js';
import { deepestFolder, largestFile, mostEntries } from '../../src/project/limits.js';

let outer: string;
let root: string;

function put(path: string, content: string | Buffer = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function refuses(path: string, code: string): void {
  assert.throws(
    () => openProject(root).read(path),
    (error: Error & { code: string; hint: string }) => {
      assert.equal(error.name, 'InputError');
      assert.equal(error.code, code);
      assert.ok(error.message.startsWith(path), error.message);
      assert.notEqual(error.hint, '');
      return true;
    },
  );
}

describe('a project on disk', () => {
  beforeEach(() => {
    outer = mkdtempSync(join(tmpdir(), 'project-'));
    root = join(outer, 'app');
    mkdirSync(root);
  });
  afterEach(() => rmSync(outer, { recursive: true, force: true }));

  it('has to be there', () =>
    assert.throws(() => openProject(join(outer, 'none')), { code: 'no-such-folder' }));
  it('has to be a folder', () => {
    put('file');
    assert.throws(() => openProject(join(root, 'file')), { code: 'no-such-folder' });
  });

  it('reads a file once', () => {
    put('a.txt', 'one');
    const project = openProject(root);
    const first = project.read('a.txt');
    unlinkSync(join(root, 'a.txt'));
    assert.equal(project.read('./a.txt'), first);
    assert.equal(first?.text, 'one');
  });
  it('gives null for what is not there', () => {
    put('a.txt');
    for (const path of ['none', 'none/none', 'a.txt/b', 'x'.repeat(5_000)])
      assert.equal(openProject(root).read(path), null);
  });
  it('drops byte order mark and CR', () => {
    put('a.json', '\uFEFF{\r\n"a": 1\r\n}');
    assert.deepEqual(openProject(root).json('a.json')?.get('a'), { value: 1, source: 'a.json:2' });
  });

  it('tells files from folders', () => {
    put('a/b.txt');
    const project = openProject(root);
    assert.deepEqual([project.has('a'), project.has('a/b.txt'), project.has('a/c')], [false, true, false]);
    assert.deepEqual(
      [project.hasFolder('a'), project.hasFolder('a/'), project.hasFolder('a/b.txt')],
      [true, true, false],
    );
  });

  it('never leaves its root', () => {
    writeFileSync(join(outer, 'secret'), 'x');
    put('a/b.txt');
    const project = openProject(root);
    for (const path of ['../secret', 'a/../../secret', join(outer, 'secret'), 'C:\\secret', '..', 'a\0b']) {
      assert.equal(project.read(path), null);
      assert.equal(project.has(path), false);
      assert.equal(project.hasFolder(path), false);
    }
    assert.equal(project.below('a').read('../secret'), null);
    assert.equal(project.below('a').has('b.txt'), true);
  });

  it('follows links that stay inside', () => {
    put('real/a.txt', 'x');
    symlinkSync('real/a.txt', join(root, 'a.txt'));
    symlinkSync('real', join(root, 'linked'));
    const project = openProject(root);
    assert.equal(project.read('a.txt')?.text, 'x');
    assert.equal(project.read('linked/a.txt')?.text, 'x');
    assert.deepEqual(project.files, ['a.txt', 'real/a.txt']);
  });
  it('refuses links that lead out', () => {
    writeFileSync(join(outer, 'secret'), 'x');
    symlinkSync('../secret', join(root, 'package.json'));
    symlinkSync(outer, join(root, 'folder'));
    const project = openProject(root);
    assert.equal(project.has('package.json'), false);
    assert.equal(project.hasFolder('folder'), false);
    assert.deepEqual(project.files, []);
    refuses('package.json', 'outside');
    refuses('folder/secret', 'outside');
  });
  it('lives with links that lead nowhere, or in a circle', () => {
    symlinkSync('none', join(root, 'a'));
    symlinkSync('b', join(root, 'b'));
    const project = openProject(root);
    assert.deepEqual([project.read('a'), project.read('b'), project.files], [null, null, []]);
  });
  it('is itself allowed to be a link', () => {
    put('a.txt');
    symlinkSync(root, join(outer, 'link'));
    assert.deepEqual(openProject(join(outer, 'link')).files, ['a.txt']);
  });

  it('refuses a folder in place of a file', () => {
    put('package.json/x');
    refuses('package.json', 'not-a-file');
  });
  it('refuses a fifo and does not wait for it', function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'package.json')]);
    refuses('package.json', 'not-a-file');
    assert.deepEqual(openProject(root).files, []);
  });
  it('refuses what is too large before it reads it', () => {
    put('package.json');
    truncateSync(join(root, 'package.json'), 10 * 1024 ** 3);
    refuses('package.json', 'too-large');
    truncateSync(join(root, 'package.json'), largestFile + 1);
    refuses('package.json', 'too-large');
  });
  it('refuses a binary file', () => {
    put('package.json', Buffer.from([0x7b, 0, 0x7d]));
    refuses('package.json', 'binary');
  });

  it('says that it may not read (skipped for root, who may read everything)', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    put('package.json', '{}');
    chmodSync(join(root, 'package.json'), 0);
    refuses('package.json', 'unreadable');
    chmodSync(root, 0);
    assert.throws(() => openProject(root), { code: 'unreadable' });
    chmodSync(root, 0o700);
  });

  it('does not walk into what is not its own', () => {
    for (const folder of ['node_modules/a', '.git', 'sub/node_modules', '.yarn/cache', 'dist', '.venv'])
      put(`${folder}/x.js`);
    put('env/pyvenv.cfg');
    put('env/lib/x.py');
    put('.yarn/releases/y.cjs');
    put('cmd/b.go');
    put('a.js');
    assert.deepEqual(openProject(root).files, ['.yarn/releases/y.cjs', 'a.js', 'cmd/b.go']);
    assert.equal(openProject(root).has('dist/x.js'), true);
  });
  it('stops at its limits', () => {
    put(`${'d/'.repeat(deepestFolder)}in.txt`);
    put(`${'d/'.repeat(deepestFolder + 1)}out.txt`);
    assert.deepEqual(openProject(root).files, [`${'d/'.repeat(deepestFolder)}in.txt`]);
  });
  it('stops at its limit of entries, the nearest first', function () {
    this.timeout(20_000);
    put('near.txt');
    mkdirSync(join(root, 'far'));
    for (let index = 0; index < mostEntries + 5; index += 1) writeFileSync(join(root, 'far', `${index}`), '');
    const { files } = openProject(root);
    assert.ok(files.length <= mostEntries);
    assert.ok(files.includes('near.txt'));
  });
  it('lives with hostile names', function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['a\nb', 'c\u001b[31m', "it's", '"q"', '$(id)', '-rf', ' ']) put(name);
    assert.deepEqual([...openProject(root).files], [' ', '"q"', '$(id)', '-rf', "it's"].sort());
    assert.equal(openProject(root).read('a\nb')?.fact(1, 0).source, 'a<U+000A>b:1');
  });
});
