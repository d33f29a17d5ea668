import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answers } from '../../src/answers.js';
import { InputError } from '../../src/errors.js';
import { openProject } from '../../src/project/folder-view.js';
import { memoryProject } from '../../src/project/memory-view.js';
import {
  readStoredAnswers,
  storedAnswersChange,
  storedAnswersText,
  withStoredAnswers,
} from '../../src/questions/stored-answers.js';
import { writeFiles } from '../../src/write/write.js';

const stored = (text: string) => memoryProject({ '.yo-rc.json': text });
const ours = (values: object) => stored(JSON.stringify({ 'generator-baseimage': values }, null, 2));
const flag = <T>(value: T) => ({ value, source: '--flag' });

describe('stored answers', () => {
  describe('reading', () => {
    it('are none where there is no file', () => assert.deepEqual(readStoredAnswers(memoryProject({})), {}));
    it('are none where the file is of other generators', () =>
      assert.deepEqual(readStoredAnswers(stored('{"generator-x":{"base":1}}')), {}));
    it('know their line', () =>
      assert.deepEqual(readStoredAnswers(ours({ base: 'alpine', port: 80, shell: false })), {
        base: { value: 'alpine', source: '.yo-rc.json:3' },
        port: { value: 80, source: '.yo-rc.json:4' },
        shell: { value: false, source: '.yo-rc.json:5' },
      }));
    it('ignore keys that they do not know', () =>
      assert.deepEqual(
        readStoredAnswers(ours({ colour: 'red', yes: true, force: true, templates: ['evil'] })),
        {},
      ));

    const refuses = (text: string, message: RegExp) =>
      it(`refuses ${text}`, () => {
        assert.throws(
          () => readStoredAnswers(stored(text)),
          (error) => error instanceof InputError && message.test(error.message),
        );
      });
    refuses('{', /^\.yo-rc\.json:1:2: /);
    refuses('[]', /^\.yo-rc\.json: not an object/);
    refuses('{"generator-baseimage": []}', /^\.yo-rc\.json:1: generator-baseimage: not an object/);
    refuses('{"generator-baseimage": {"base": "alpin"}}', /^\.yo-rc\.json:1: base alpin: no such base/);
    refuses(
      '{"generator-baseimage": {"base": ["alpine"]}}',
      /^\.yo-rc\.json:1: base \["alpine"\]: not a string/,
    );
    refuses('{"generator-baseimage": {"port": "80"}}', /port "80": not a number/);
    refuses('{"generator-baseimage": {"port": 1e9}}', /port 1000000000: not a port/);
    refuses('{"generator-baseimage": {"shell": "yes"}}', /shell "yes": not a boolean/);
    refuses('{"generator-baseimage": {"start": "a\\nRUN b"}}', /start a<U\+000A>RUN b: control characters/);
    refuses('{"generator-baseimage": {"app": "../.."}}', /app \.\.\/\.\.: leads out of the project/);
  });

  describe('precedence', () => {
    const base = { base: { value: 'alpine', source: '.yo-rc.json:3' } } as const satisfies Answers;
    it('has flags before stored answers', () =>
      assert.equal(withStoredAnswers({ base: flag('ubi' as const) }, base).base?.value, 'ubi'));
    it('has stored answers before nothing', () => assert.deepEqual(withStoredAnswers({}, base), base));
    it('gives up a stored base for a flag about the tree', () =>
      assert.deepEqual(withStoredAnswers({ shell: flag(false) }, base), { shell: flag(false) }));
  });

  it('forget what was answered about another app', () =>
    assert.deepEqual(withStoredAnswers({ app: flag('b') }, { app: flag('a'), port: flag(80) }), {
      app: flag('b'),
    }));

  describe('writing', () => {
    it('needs something to store', () => assert.equal(storedAnswersText(memoryProject({}), {}), null));
    it('makes a file', () =>
      assert.equal(
        storedAnswersText(memoryProject({}), { shell: flag(true), port: flag(80) }),
        '{\n  "generator-baseimage": {\n    "shell": true,\n    "port": 80\n  }\n}\n',
      ));
    it('changes nothing where nothing changed', () =>
      assert.equal(
        storedAnswersText(ours({ port: 80, shell: true }), { shell: flag(true), port: flag(80) }),
        null,
      ));
    it('leaves the rest as it is', () =>
      assert.equal(
        storedAnswersText(
          stored(
            '{\n\t"z": {\n\t\t"b": 1\n\t},\n\t"generator-baseimage": {\n\t\t"later": 1,\n\t\t"base": "ubi"\n\t},\n\t"a": []\n}',
          ),
          {
            port: flag(80),
          },
        ),
        '{\n\t"z": {\n\t\t"b": 1\n\t},\n\t"generator-baseimage": {\n\t\t"later": 1,\n\t\t"port": 80\n\t},\n\t"a": []\n}',
      ));
    it('keeps CRLF on disk, as a merge', () => {
      const root = mkdtempSync(path.join(tmpdir(), 'baseimage-'));
      try {
        writeFileSync(path.join(root, '.yo-rc.json'), '{\r\n  "x": {}\r\n}\r\n');
        const change = storedAnswersChange(root, openProject(root), { port: flag(80) });
        assert.equal(change?.change, 'merge');
        writeFiles(root, [change]);
        assert.equal(
          readFileSync(path.join(root, '.yo-rc.json'), 'utf8'),
          '{\r\n  "x": {},\r\n  "generator-baseimage": {\r\n    "port": 80\r\n  }\r\n}\r\n',
        );
        assert.deepEqual(readStoredAnswers(openProject(root)).port, { value: 80, source: '.yo-rc.json:4' });
      } finally {
        rmSync(root, { recursive: true });
      }
    });
  });
});
