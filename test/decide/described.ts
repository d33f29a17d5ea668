import type { Answers } from '../../src/answers.js';
import { baseIds, type BaseId } from '../../src/decide/decision.js';
import type { AppFacts } from '../../src/detect/facts.js';
import { survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

/** A case in words, `python, shell, musl, torch`: what somebody answered, and what the project holds. */
export interface Described {
  readonly answers: Answers;
  readonly facts: AppFacts;
}

type Files = Readonly<Record<string, string>>;

const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const nodeManifest = (fields: object) =>
  JSON.stringify({ name: 'api', scripts: { start: 'node server.js' }, ...fields });

/** Smallest projects; the words after a language add to them. */
const languages: Readonly<Record<string, Files>> = {
  go: { 'go.mod': 'module example.test/api\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' },
  node: { 'package.json': nodeManifest({}), 'server.js': 'require("http").createServer().listen(3000);\n' },
  python: { 'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\n', 'app.py': flask },
};

/** What else a project holds. */
const contents: Readonly<Record<string, Files>> = {
  cgo: {
    'main.go': 'package main\n\n// int one(void) { return 1; }\nimport "C"\n\nfunc main() { C.one() }\n',
  },
  libvips: {
    'main.go': 'package main\n\nimport "github.com/h2non/bimg"\n\nfunc main() { bimg.NewImage(nil) }\n',
  },
  'go 1.26': { 'go.mod': 'module example.test/api\n\ngo 1.26\n' },
  torch: { 'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\ntorch==2.8.0\n' },
  psycopg2: { 'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\npsycopg2==2.9.10\n' },
  psycopg: { 'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\npsycopg==3.2.12\n' },
  mod_wsgi: { 'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\nmod_wsgi==5.0.2\n' },
  'git dependency': {
    'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\nshop @ git+https://example.test/shop.git\n',
  },
  'python 3.12': { '.python-version': '3.12\n' },
  'python 3.13': { '.python-version': '3.13\n' },
  'python 3.11': { '.python-version': '3.11\n' },
  'python 3.8': { '.python-version': '3.8\n' },
  'node 26': { 'package.json': nodeManifest({ engines: { node: '26.x' } }) },
  'node 22': { 'package.json': nodeManifest({ engines: { node: '22.x' } }) },
  'better-sqlite3': {
    'package.json': nodeManifest({ dependencies: { 'better-sqlite3': '^12.4.1' } }),
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: { 'node_modules/better-sqlite3': { version: '12.4.1', hasInstallScript: true } },
    }),
  },
  openshift: { 'deploy/route.yaml': 'apiVersion: route.openshift.io/v1\nkind: Route\n' },
};

const flag = <T>(name: string, value: T) => ({ value, source: name });

/** What somebody answered, by flags. */
const said: Readonly<Record<string, Answers>> = {
  shell: { shell: flag('--shell', true) },
  'no shell': { shell: flag('--no-shell', false) },
  glibc: { glibc: flag('--glibc', true) },
  'no glibc': { glibc: flag('--no-glibc', false) },
  musl: { glibc: flag('--no-glibc', false) },
  rhel: { rhel: flag('--rhel', true) },
  'no rhel': { rhel: flag('--no-rhel', false) },
};

/** Reads a description; throws on a word that it does not know. */
export function described(description: string): Described {
  const [language = '', ...words] = description.split(',').map((word) => word.trim());
  const answers = Object.assign({}, ...words.map(answerOf)) as Answers;
  const files = Object.assign({}, languages[language], ...words.map((word) => contents[word])) as Files;
  return { answers, facts: survey(memoryProject(files), answers).facts };
}

function answerOf(word: string): Answers {
  const base = word.startsWith('base ') ? (word.slice('base '.length) as BaseId) : null;
  if (base !== null && baseIds.includes(base)) return { base: flag('--base', base) };
  if (word in said) return said[word] ?? {};
  if (word in contents) return {};
  throw new Error(`${word}: no such word`);
}
