import assert from 'node:assert/strict';
import { findApps, survey } from '../../src/engine.js';
import { loadLanguage } from '../../src/catalogue/catalogue.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { askAboutApp, askWhichApp, type Person } from '../../src/questions/ask.js';
import { InputError } from '../../src/errors.js';
import { expressFiles } from './express-project.js';

const goFiles = { 'go.mod': 'module x.test/x\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const goServer = {
  ...goFiles,
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
};

/** Somebody with prepared answers, who notes what was asked; without one they press Enter. */
function somebody(answers: Readonly<Record<string, unknown>>, asked: string[]): Person {
  return {
    async prompt(question) {
      asked.push(question.name);
      return answers[question.name] ?? question.default;
    },
    say() {},
    async showDifference() {},
  };
}

function asks(
  name: string,
  files: Readonly<Record<string, string>>,
  replies: Record<string, unknown>,
  expected: readonly string[],
  given = {},
): void {
  it(`${name}: asks ${expected.join(', ') || 'nothing'}`, async () => {
    const project = memoryProject(files);
    const asked: string[] = [];
    const person = somebody(replies, asked);
    const first = await askWhichApp(person, { answers: given, apps: findApps(project) });
    const { facts } = survey(project, first);
    await askAboutApp(person, { answers: first, facts, language: loadLanguage(facts.language.value) });
    assert.deepEqual(asked, expected);
  });
}

const alpine = { base: { value: 'alpine', source: '--base' } };
const twoApps = Object.fromEntries(
  ['a', 'b'].flatMap((folder) =>
    Object.entries(expressFiles).map(([file, text]) => [`services/${folder}/${file}`, text]),
  ),
);

describe('questions', () => {
  asks('a Node app', expressFiles, {}, ['shell']);
  asks('a Node app without a port', { ...expressFiles, 'server.js': '' }, {}, ['shell', 'port']);
  asks('with --base', expressFiles, {}, [], alpine);
  asks('a Go server', goServer, {}, ['shell']);
  asks('a Go program', goFiles, {}, ['shell', 'port']);
  asks('several apps', twoApps, { app: 'services/b' }, ['app', 'shell']);
  asks('several apps with --app', twoApps, {}, ['shell'], { app: { value: 'services/a', source: '--app' } });
  asks('glibc answered, with a shell', expressFiles, {}, ['shell'], {
    glibc: { value: false, source: '--no-glibc' },
  });
  asks('the whole tree', expressFiles, { shell: true }, ['shell', 'rhel'], {
    glibc: { value: true, source: '--glibc' },
  });

  it('takes no answer that its flag would not take', async () => {
    const { facts } = survey(memoryProject({ ...expressFiles, 'server.js': '' }), {});
    const context = { answers: alpine as never, facts, language: loadLanguage('node') };
    await assert.rejects(askAboutApp(somebody({ port: 'abc' }, []), context), InputError);
  });
  it('takes an empty line for no answer', async () => {
    const { facts } = survey(memoryProject({ ...expressFiles, 'server.js': '' }), {});
    const context = { answers: {}, facts, language: loadLanguage('node') };
    assert.deepEqual(await askAboutApp(somebody({ port: '', shell: false }, []), context), {
      shell: { value: false, source: 'answer' },
    });
  });
});
