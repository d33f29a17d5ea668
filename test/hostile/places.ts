import type { Answers } from '../../src/answers.js';

/** Where somebody else's text comes in: a project (and answers) that holds it there. */
export interface Place {
  readonly name: string;
  /** Harmless texts for this place: what a hostile one gives must have the shape of what one of these gives. */
  readonly harmless: readonly string[];
  project(text: string): { readonly files: Readonly<Record<string, string>>; readonly answers?: Answers };
}

type Files = Readonly<Record<string, string>>;

function place(name: string, harmless: string | readonly string[], files: (text: string) => Files): Place {
  return { name, harmless: [harmless].flat(), project: (text) => ({ files: files(text) }) };
}

function answered(
  name: string,
  harmless: readonly string[],
  files: Files,
  answers: (text: string) => Answers,
): Place {
  return { name, harmless, project: (text) => ({ files, answers: answers(text) }) };
}

const server = "require('http').createServer().listen(3000);\n";
const node = (fields: object, files: Files = {}): Files => ({
  'package.json': JSON.stringify({ name: 'app', scripts: { start: 'node server.js' }, ...fields }),
  'server.js': server,
  ...files,
});

const goMain = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n';
const go = (files: Files): Files => ({
  'go.mod': 'module x.test/app\n\ngo 1.27\n',
  'main.go': goMain,
  ...files,
});

const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const python = (files: Files): Files => ({
  'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\n',
  'app.py': flask,
  ...files,
});
/** TOML's basic strings are written as JSON's, but for DEL and lone surrogates. */
const toml = (text: string) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
const project = (key: string, text: string): Files =>
  python({
    'pyproject.toml': `[project]\nname = "app"\n${key} = ${toml(text)}\n`.replace(
      /^name = "app"\n(?=name)/m,
      '',
    ),
  });

const typeScript = {
  scripts: { build: 'tsc', start: 'node dist/server.js' },
  devDependencies: { typescript: '^5' },
};

/** The app's folder, which pipelines name too. */
function inFolder(name: string, answers: Answers): Place {
  return {
    name,
    harmless: ['api', 'services/api', '1'],
    project: (text) => ({
      files: Object.fromEntries(
        Object.entries(node({})).map(([file, content]) => [`${text}/${file}`, content]),
      ),
      answers: { ...answers, app: { value: text, source: '--app' } },
    }),
  };
}

export const places: readonly Place[] = [
  place('package.json name', 'app', (text) => node({ name: text })),
  place('package.json description', 'words', (text) => node({ description: text })),
  place('package.json version', '1.0.0', (text) => node({ version: text })),
  place('package.json engines', '24', (text) => node({ engines: { node: text } })),
  place('package.json packageManager', ['pnpm@10.17.1', 'plain'], (text) => node({ packageManager: text })),
  place("package.json packageManager's version", ['10.17.1', 'plain', ' '], (text) =>
    node({ packageManager: `pnpm@${text}` }),
  ),
  place('package.json main', ['server.js', 'plain', '-'], (text) =>
    node({ scripts: {}, main: text }, { [text]: server }),
  ),
  place('package.json dependency', 'left-pad', (text) => node({ dependencies: { [text]: '^1.0.0' } })),
  place('package.json start, argument', ['plain', '; plain', '& plain', '"'], (text) =>
    node({ scripts: { start: `node server.js ${text}` } }),
  ),
  place(
    'package.json start, all of it',
    ['node server.js', 'plain', 'plain plain', 'A=1 plain', 'A=1 B=2 plain'],
    (text) => node({ scripts: { start: text } }),
  ),
  place('package.json build', ['tsc', ' '], (text) =>
    node({ scripts: { build: text, start: 'node server.js' } }),
  ),
  place('tsconfig.json outDir', ['dist', '/dist', '..', '.', ''], (text) =>
    node(typeScript, { 'tsconfig.json': JSON.stringify({ compilerOptions: { outDir: text } }) }),
  ),
  place('.nvmrc', '24', (text) => node({}, { '.nvmrc': text })),
  place("a Node.js program's port", ['3000', 'plain', ''], (text) =>
    node(
      {},
      {
        'server.js': `require('http').createServer().listen(process.env.PORT || ${JSON.stringify(text)});\n`,
      },
    ),
  ),
  place("a Node.js program's variable", ['PORT', 'plain', '-', '0'], (text) =>
    node(
      {},
      {
        'server.js': `require('http').createServer().listen(process.env[${JSON.stringify(text)}] || 3000);\n`,
      },
    ),
  ),
  place('.npmrc', ['a=b', 'a=${X}'], (text) => node({}, { '.npmrc': text })),
  place('workspace folder', 'web', (text) =>
    node({ workspaces: [text] }, { [`${text}/package.json`]: '{"name":"web"}' }),
  ),

  place('go.mod module', 'x.test/app', (text) => go({ 'go.mod': `module ${text}\n\ngo 1.27\n` })),
  place('go.mod version', ['1.27', '9.9'], (text) => go({ 'go.mod': `module x.test/app\n\ngo ${text}\n` })),
  place('go.mod replacement', './lib', (text) =>
    go({ 'go.mod': `module x.test/app\n\ngo 1.27\n\nreplace a.test/b => ${text}\n` }),
  ),
  place("a Go command's folder", 'server', (text) => ({
    'go.mod': 'module x.test/app\n\ngo 1.27\n',
    [`cmd/${text}/main.go`]: goMain,
  })),
  place("a Go program's run-time folder", ['templates', '/templates', '..', '*'], (text) =>
    go({
      'main.go': `package main\n\nimport "html/template"\n\nfunc main() { template.ParseGlob(${JSON.stringify(`${text}/*.html`)}) }\n`,
      [`${text}/index.html`]: '<p>',
    }),
  ),

  place('pyproject.toml name', 'app', (text) => project('name', text)),
  place('pyproject.toml version', '1.0.0', (text) => project('version', text)),
  place('pyproject.toml description', 'words', (text) => project('description', text)),
  place('pyproject.toml requires-python', '>=3.12', (text) => project('requires-python', text)),
  place('pyproject.toml script', ['serve', 'plain plain', '-', ''], (text) => ({
    'pyproject.toml': `[build-system]\nrequires = ["setuptools"]\n[project]\nname = "app"\ndependencies = ["aiohttp"]\n[project.scripts]\n${toml(text)} = "app:main"\n`,
    'app.py': 'def main(): pass\n',
  })),
  place(
    'requirements.txt, included file',
    ['base.txt', 'folder/base.txt', '../base.txt', '/base.txt', 'a#', '\n./'],
    (text) =>
      python({
        'requirements.txt': `-r ${text}\nflask==3.1.2\ngunicorn==23.0.0\n`,
        [text]: 'click==8.1.0\n',
      }),
  ),
  place('requirements.txt, package', ['click', './', '-r '], (text) =>
    python({ 'requirements.txt': `flask==3.1.2\ngunicorn==23.0.0\n${text}==1.0\n` }),
  ),
  place('a Python module', ['server', 'a-b', 'a b', 'folder/server'], (text) => ({
    'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\n',
    [`${text}.py`]: flask,
  })),
  place("a Python program's application", ['app', '-', 'a b', ''], (text) =>
    python({ 'app.py': `from flask import Flask\n\n${text} = Flask(__name__)\n` }),
  ),
  place(
    'Procfile',
    ['gunicorn app:app', 'plain', 'plain plain', 'A=1 plain', 'A=1 plain plain', 'plain; plain', ''],
    (text) => python({ Procfile: `web: ${text}\n` }),
  ),
  place('.python-version', '3.13', (text) => python({ '.python-version': text })),
  place("poetry.lock's header", '2.1.4', (text) => ({
    'pyproject.toml':
      '[tool.poetry]\nname = "app"\npackage-mode = false\n[tool.poetry.dependencies]\npython = "^3.12"\nflask = "*"\ngunicorn = "*"\n',
    'poetry.lock': `# This file is automatically @generated by Poetry ${text} and should not be changed by hand.\n`,
    'app.py': flask,
  })),

  answered(
    '--start',
    ['node server.js', 'plain', 'plain plain', 'A=1 plain', 'A=1 plain plain', 'A=1 B=2 plain'],
    node({}),
    (text) => ({ start: { value: text, source: '--start' } }),
  ),
  answered(
    '--start, Python',
    ['python app.py', 'plain', 'plain plain', 'A=1 plain', 'A=1 plain plain', 'A=1 B=2 plain'],
    python({}),
    (text) => ({
      start: { value: text, source: '--start' },
    }),
  ),
  answered('--start, Go', ['app', 'app plain', '.', '. plain'], go({}), (text) => ({
    start: { value: text, source: '--start' },
  })),
  inFolder('--app', {}),
  inFolder('--app, GitLab', {
    ci: { value: 'gitlab', source: '--ci' },
    publish: { value: 'gitlab', source: '--publish' },
  }),
];
