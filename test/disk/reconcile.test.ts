import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { inputError } from './input-error.js';
import { posixOnly } from './posix-only.js';
import { temporaryProject, type TemporaryProject } from './temporary-project.js';

describe('reconcile', () => {
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

  const change = (path: string, text: string) => reconcile(project.root, [{ path, text }])[0]!;
  const refusal = (code: string, path: string) => inputError(code, () => change(path, 'FROM scratch\n'));

  it('creates what is not there, folders included', () => {
    assert.deepEqual(change('.github/workflows/container.yml', 'on: push\n'), {
      path: '.github/workflows/container.yml',
      change: 'create',
      before: null,
      after: 'on: push\n',
    });
    assert.deepEqual(project.entries(), []);
  });

  const cases: [what: string, before: string, change: string, after: string][] = [
    ['the same text', 'a\nb\n', 'identical', 'a\nb\n'],
    ['another text', 'a\n', 'conflict', 'a\nb\n'],
    ['an empty file', '', 'conflict', 'a\nb\n'],
    ['a missing line break at the end', 'a\nb', 'conflict', 'a\nb\n'],
    ['the same text with CRLF', 'a\r\nb\r\n', 'identical', 'a\r\nb\r\n'],
    ['another text with CRLF', 'x\r\ny\r\n', 'conflict', 'a\r\nb\r\n'],
    ['mostly CRLF', 'a\r\nb\r\nc\n', 'conflict', 'a\r\nb\r\n'],
    ['mostly LF', 'a\r\nb\nc\n', 'conflict', 'a\nb\n'],
    ['the same text with a byte order mark', '\ufeffa\nb\n', 'identical', '\ufeffa\nb\n'],
    ['another text with a mark and CRLF', '\ufeffx\r\n', 'conflict', '\ufeffa\r\nb\r\n'],
  ];
  for (const [what, before, expected, after] of cases) {
    it(`finds ${what}: ${expected}`, () => {
      project.put('Dockerfile', before);
      assert.deepEqual(change('Dockerfile', 'a\nb\n'), {
        path: 'Dockerfile',
        change: expected,
        before,
        after,
      });
    });
  }

  it('takes bytes that are no UTF-8 for a conflict, even where they look the same', () => {
    project.put('Dockerfile', Buffer.from([0x61, 0xff, 0x0a]));
    assert.equal(change('Dockerfile', 'a\ufffd\n').change, 'conflict');
  });

  for (const path of ['../Dockerfile', '/etc/passwd', 'a/../../b', 'a//b', './a', '', 'a\0b', 'a/']) {
    it(`refuses the path ${JSON.stringify(path)}`, () => void refusal('leads-outside', path));
  }

  posixOnly('refuses a file that is a link out of the project, or to nothing', () => {
    symlinkSync(elsewhere.put('Dockerfile', 'x'), project.at('out'));
    symlinkSync('nowhere', project.at('dangling'));
    symlinkSync('out', project.at('further'));
    for (const path of ['out', 'dangling', 'further']) refusal('leads-outside', path);
  });

  posixOnly('takes a file that is a link inside the project for what it leads to', () => {
    project.put('docker/Dockerfile', 'x\n');
    symlinkSync('docker/Dockerfile', project.at('Dockerfile'));
    symlinkSync('docker', project.at('folder'));
    assert.equal(change('Dockerfile', 'x\n').change, 'identical');
    assert.equal(change('Dockerfile', 'y\n').change, 'conflict');
    refusal('not-a-file', 'folder');
  });

  posixOnly('refuses a parent that is a link out of the project, and names it', () => {
    symlinkSync(elsewhere.root, project.at('.github'));
    const error = refusal('leads-outside', '.github/workflows/container.yml');
    assert.match(error.message, /container\.yml leads out of the project through \.github:/);
  });

  posixOnly('refuses parents that are links to nothing, in circles, or out by way of another link', () => {
    symlinkSync(elsewhere.at('nothing-yet'), project.at('dangling'));
    symlinkSync('circle', project.at('circle'));
    symlinkSync(elsewhere.root, project.at('first'));
    symlinkSync('first', project.at('second'));
    refusal('leads-outside', 'dangling/Dockerfile');
    refusal('leads-outside', 'second/Dockerfile');
    assert.match(
      inputError('unreadable', () => change('circle/Dockerfile', 'x')).message,
      /round in circles/,
    );
  });

  posixOnly('follows a parent that is a link inside the project', () => {
    project.put('services/api/Dockerfile', 'a\n');
    symlinkSync('services/api', project.at('api'));
    assert.equal(change('api/Dockerfile', 'a\n').change, 'identical');
  });

  posixOnly('accepts a project whose own folder is reached through a link', () => {
    symlinkSync(project.root, elsewhere.at('link'));
    project.put('Dockerfile', 'a\n');
    assert.equal(
      reconcile(elsewhere.at('link'), [{ path: 'Dockerfile', text: 'a\n' }])[0]!.change,
      'identical',
    );
  });

  it('refuses a folder in the way, of the file or of its parent', () => {
    mkdirSync(project.at('Dockerfile'));
    project.put('.github', 'a file');
    assert.match(refusal('not-a-file', 'Dockerfile').message, /is a folder/);
    assert.match(refusal('not-a-folder', '.github/dependabot.yml').message, /\.github is not a folder/);
  });

  posixOnly('refuses a fifo at once', () => {
    execFileSync('mkfifo', [project.at('Dockerfile')]);
    assert.match(refusal('not-a-file', 'Dockerfile').message, /a named pipe/);
  });

  posixOnly('refuses a socket', (done) => {
    const server = createServer().listen(project.at('Dockerfile'), () => {
      refusal('not-a-file', 'Dockerfile');
      server.close(done);
    });
  });

  it('refuses a file above 5 MB', () => {
    truncateSync(project.put('Dockerfile', ''), 5 * 1024 * 1024 + 1);
    refusal('too-large', 'Dockerfile');
  });

  it('reads a file that has a second name', () => {
    linkSync(project.put('other', 'a\n'), project.at('Dockerfile'));
    assert.equal(change('Dockerfile', 'a\n').change, 'identical');
  });
});
