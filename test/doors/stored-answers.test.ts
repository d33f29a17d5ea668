import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answers } from '../../src/answers.js';
import { InputError } from '../../src/errors.js';
import { openProject } from '../../src/project/folder-view.js';
import { memoryProject } from '../../src/project/memory-view.js';
import {
  onlyStoredApp,
  readStoredAnswers,
  storedAnswersChange,
  storedAnswersText,
  withStoredAnswers,
  type StoredAnswers,
} from '../../src/questions/stored-answers.js';
import { writeFiles } from '../../src/write/write.js';

const stored = (text: string) => memoryProject({ '.yo-rc.json': text });
const ours = (values: object) => stored(JSON.stringify({ 'generator-baseimage': values }, null, 2));
const flag = <T>(value: T) => ({ value, source: '--flag' });

const about = (root: Answers, apps: Readonly<Record<string, Answers>> = {}): StoredAnswers => ({
  root,
  apps: new Map(Object.entries(apps).map(([folder, value]) => [folder, { value, source: '.yo-rc.json:9' }])),
});
const nowhere = () => false;

describe('stored answers', () => {
  describe('reading', () => {
    it('are none where there is no file', () =>
      assert.deepEqual(readStoredAnswers(memoryProject({})).root, {}));
    it('are none where the file is of other generators', () =>
      assert.deepEqual(readStoredAnswers(stored('{"generator-x":{"base":1}}')).root, {}));
    it('know their line', () =>
      assert.deepEqual(readStoredAnswers(ours({ base: 'alpine', port: 80, shell: false })).root, {
        base: { value: 'alpine', source: '.yo-rc.json:3' },
        port: { value: 80, source: '.yo-rc.json:4' },
        shell: { value: false, source: '.yo-rc.json:5' },
      }));
    it('ignore keys that they do not know', () =>
      assert.deepEqual(
        readStoredAnswers(ours({ colour: 'red', yes: true, force: true, templates: ['evil'] })).root,
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
    refuses('{"generator-baseimage": {"apps": []}}', /^\.yo-rc\.json:1: apps: not an object/);
    refuses('{"generator-baseimage": {"apps": {"web": 1}}}', /^\.yo-rc\.json:1: web: not an object/);
    refuses('{"generator-baseimage": {"apps": {"../x": {}}}}', /apps \.\.\/x: leads out of the project/);
    refuses('{"generator-baseimage": {"apps": {"web": {"port": "80"}}}}', /port "80": not a number/);
    refuses('{"generator-baseimage": {"app": "../.."}}', /app \.\.\/\.\.: leads out of the project/);
  });

  describe('precedence', () => {
    const base = { base: { value: 'alpine', source: '.yo-rc.json:3' } } as const satisfies Answers;
    it('has flags before stored answers', () =>
      assert.equal(
        withStoredAnswers({ base: flag('ubi' as const) }, about(base), nowhere).base?.value,
        'ubi',
      ));
    it('has stored answers before nothing', () =>
      assert.deepEqual(withStoredAnswers({}, about(base), nowhere), base));
    it('gives up a stored base for a flag about the tree', () =>
      assert.deepEqual(withStoredAnswers({ shell: flag(false) }, about(base), nowhere), {
        shell: flag(false),
      }));
  });

  describe('of several apps', () => {
    const ofWeb = { port: flag(80), ci: flag('gitlab' as const) };
    const counts = (what: string, app: string, before: StoredAnswers, root: string | null, after: Answers) =>
      it(what, () =>
        assert.deepEqual(
          withStoredAnswers({ app: flag(app) }, before, (folder) => folder === root),
          { ...after, app: flag(app) },
        ),
      );

    counts('forget what was answered about another one', 'api', about({ ...ofWeb, app: flag('web') }), null, {
      ci: flag('gitlab'),
    });
    counts('keep what was answered about the one in the root', 'web', about(ofWeb), 'web', ofWeb);
    counts('are not those about the one in the root', 'api', about(ofWeb), 'web', { ci: flag('gitlab') });
    counts("are each app's own", 'api', about(ofWeb, { api: { port: flag(90) } }), 'web', {
      ci: flag('gitlab'),
      port: flag(90),
    });

    const only = (before: StoredAnswers) => onlyStoredApp(before)?.value ?? null;
    it('name the only app', () => assert.equal(only(about({}, { web: {} })), 'web'));
    it('name none of two', () => assert.equal(only(about({}, { web: {}, api: {} })), null));
    it('name the one in the root, not another', () =>
      assert.equal(only(about({ app: flag('api') }, { web: {} })), null));
  });

  describe('writing', () => {
    it('needs something to store', () => assert.equal(storedAnswersText(memoryProject({}), {}, '.'), null));
    it('makes a file', () =>
      assert.equal(
        storedAnswersText(memoryProject({}), { shell: flag(true), port: flag(80) }, '.'),
        '{\n  "generator-baseimage": {\n    "shell": true,\n    "port": 80\n  }\n}\n',
      ));
    it('changes nothing where nothing changed', () =>
      assert.equal(
        storedAnswersText(ours({ port: 80, shell: true }), { shell: flag(true), port: flag(80) }, '.'),
        null,
      ));
    it('leaves the rest as it is', () =>
      assert.equal(
        storedAnswersText(
          stored(
            '{\n\t"z": {\n\t\t"b": 1\n\t},\n\t"generator-baseimage": {\n\t\t"later": 1,\n\t\t"base": "ubi"\n\t},\n\t"a": []\n}',
          ),
          { port: flag(80) },
          '.',
        ),
        '{\n\t"z": {\n\t\t"b": 1\n\t},\n\t"generator-baseimage": {\n\t\t"later": 1,\n\t\t"port": 80\n\t},\n\t"a": []\n}',
      ));
    const becomes = (what: string, before: object, answers: Answers, after: object) =>
      it(what, () => {
        const text = storedAnswersText(ours(before), answers, 'apps/web');
        assert.deepEqual(JSON.parse(text ?? 'null'), { 'generator-baseimage': after });
      });
    const web = { app: flag('apps/web'), port: flag(80), ci: flag('gitlab' as const) };
    becomes('keeps each app apart, and what holds for the repository beside them', {}, web, {
      ci: 'gitlab',
      apps: { 'apps/web': { port: 80 } },
    });
    becomes(
      'leaves the answers about other images',
      { port: 1, apps: { 'apps/api': { port: 2 }, 'apps/web': { port: 3, base: 'ubi' } } },
      web,
      { port: 1, apps: { 'apps/api': { port: 2 }, 'apps/web': { port: 80 } }, ci: 'gitlab' },
    );
    becomes(
      'takes over what an older version wrote',
      { app: 'apps/web', port: 1, base: 'ubi', later: 1 },
      web,
      {
        later: 1,
        ci: 'gitlab',
        apps: { 'apps/web': { port: 80 } },
      },
    );
    it('remembers an app without answers', () =>
      assert.match(
        storedAnswersText(memoryProject({}), { app: flag('web') }, 'web') ?? '',
        /"apps": \{\n      "web": \{\}/,
      ));
    it('keeps CRLF on disk, as a merge', () => {
      const root = mkdtempSync(path.join(tmpdir(), 'baseimage-'));
      try {
        writeFileSync(path.join(root, '.yo-rc.json'), '{\r\n  "x": {}\r\n}\r\n');
        const change = storedAnswersChange(root, openProject(root), { port: flag(80) }, '.');
        assert.equal(change?.change, 'merge');
        writeFiles(root, [change]);
        assert.equal(
          readFileSync(path.join(root, '.yo-rc.json'), 'utf8'),
          '{\r\n  "x": {},\r\n  "generator-baseimage": {\r\n    "port": 80\r\n  }\r\n}\r\n',
        );
        assert.deepEqual(readStoredAnswers(openProject(root)).root.port, {
          value: 80,
          source: '.yo-rc.json:4',
        });
      } finally {
        rmSync(root, { recursive: true });
      }
    });
  });
});
