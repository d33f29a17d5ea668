import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { parseFlags } from '../../src/questions/parse-flags.js';

const express = {
  'package.json': '{"name": "a", "scripts": {"start": "node server.js"}}',
  'package-lock.json': '{"lockfileVersion": 3, "packages": {}}',
  'server.js': "require('http').createServer().listen(3000)",
};
const renovate = { 'renovate.json': '{}' };
const dependabot = { '.github/dependabot.yaml': 'version: 2\nupdates: []\n' };

function planned(files: Readonly<Record<string, string>>, flags: string) {
  const { answers } = parseFlags(flags.split(' ').filter(Boolean));
  const { plan, decision } = resolve(survey(memoryProject(files), answers), answers);
  const codes = decision.warnings.map(({ code }) => code).filter((code) => code.startsWith('BI18'));
  return { updates: plan.updates, codes };
}

describe('what keeps versions current', () => {
  const cases: readonly (readonly [
    files: Readonly<Record<string, string>>,
    flags: string,
    file: string | null,
    codes: readonly string[],
  ])[] = [
    [express, '', '.github/dependabot.yml', []],
    [express, '--updates renovate', 'renovate.json', []],
    [express, '--updates none', null, []],
    [express, '--ci gitlab', 'renovate.json', []],
    [express, '--ci gitlab --updates dependabot', '.github/dependabot.yml', []],
    [{ ...express, ...dependabot }, '', '.github/dependabot.yaml', []],
    [{ ...express, ...renovate }, '', 'renovate.json', []],
    [{ ...express, '.renovaterc': '{}' }, '', '.renovaterc', []],
    [{ ...express, ...renovate }, '--updates dependabot', '.github/dependabot.yml', ['BI180']],
    [{ ...express, ...dependabot }, '--updates renovate', 'renovate.json', ['BI180']],
    [{ ...express, ...renovate, ...dependabot }, '--updates none', null, []],
    [
      { ...express, 'package.json': express['package.json'].replace('{', '{"renovate": {}, ') },
      '',
      null,
      ['BI181'],
    ],
  ];
  for (const [files, flags, file, codes] of cases)
    it(`${Object.keys(files).slice(3).join(' ')} ${flags}: ${file}`, () => {
      const { updates, codes: told } = planned(files, flags);
      assert.deepEqual({ file: updates.file, told }, { file, told: codes });
    });

  it('names every folder with images, the one that is written among them', () => {
    const { updates } = planned(
      { ...express, 'ops/Dockerfile': 'FROM alpine:3\n', 'compose.yaml': 'services:\n  a:\n    image: b\n' },
      '',
    );
    assert.deepEqual(updates.docker, [{ directories: ['/', '/ops'], held: null }]);
    assert.deepEqual(updates.compose, ['/']);
  });

  const flask = {
    'requirements.txt': 'flask\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
  };
  const held: readonly (readonly [
    files: Readonly<Record<string, string>>,
    flags: string,
    types: readonly string[] | null,
  ])[] = [
    [express, '', null],
    [express, '--base distroless', ['major']],
    [express, '--base wolfi', ['major']],
    [express, '--base ubuntu', null],
    [express, '--base ubi-minimal', null],
    [flask, '', null],
    [flask, '--base distroless', ['major', 'minor']],
    [flask, '--base ubuntu', null],
  ];
  for (const [files, flags, types] of held)
    it(`${files === flask ? 'Python' : 'Node.js'} ${flags}: held for ${types?.join(', ')}`, () => {
      const ops = { 'ops/Dockerfile': 'FROM python:3.14-slim\n' };
      const [first, ...others] = planned({ ...files, ...ops }, flags).updates.docker;
      assert.deepEqual(first?.held?.types ?? null, types);
      const directories = others.map((entry) => entry.directories);
      assert.deepEqual(directories, types === null ? [] : [['/ops']]);
    });

  const packages: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    app: string,
    ecosystem: string,
    directory: string,
  ])[] = [
    ['npm', express, '', 'npm', '/'],
    [
      'npm in a folder',
      Object.fromEntries(Object.entries(express).map(([path, text]) => [`web/${path}`, text])),
      ' --app web',
      'npm',
      '/web',
    ],
    [
      'Go',
      { 'go.mod': 'module a\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' },
      '',
      'gomod',
      '/',
    ],
    [
      'pip',
      { 'requirements.txt': 'flask\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' },
      '',
      'pip',
      '/',
    ],
  ];
  for (const [what, files, app, ecosystem, directory] of packages)
    it(`packages of ${what}`, () => {
      const [entry, ...others] = planned(files, `--update-deps${app}`).updates.packages;
      assert.deepEqual([entry?.ecosystem, entry?.directory, others], [ecosystem, directory, []]);
      assert.deepEqual(planned(files, app.trim()).updates.packages, []);
    });

  it('says where there are no packages', () => {
    const pages = { 'index.html': '<!doctype html><title>a</title>' };
    assert.deepEqual(planned(pages, '--update-deps').codes, ['BI182']);
  });
});
