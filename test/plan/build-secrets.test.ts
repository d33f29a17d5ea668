import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { secretKinds, type SecretKind } from '../../src/answers.js';
import type { Plan } from '../../src/plan/plan.js';
import { memoryProject } from '../../src/project/memory-view.js';

const node = {
  'package.json': '{"name":"a","scripts":{"start":"node server.js"},"dependencies":{"b":"1.0.0"}}',
  'server.js': 'setInterval(() => {}, 9);\n',
};
const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bun: {
    'package.json': '{"name":"a","scripts":{"start":"bun server.ts"},"dependencies":{"hono":"^4"}}',
    'bun.lock': '{}',
    'server.ts': 'Bun.serve({ port: 3000, fetch: () => new Response("") });\n',
  },
  deno: {
    'deno.json': '{"tasks":{"start":"deno run -A main.ts"}}',
    'main.ts': 'Deno.serve(() => new Response(""));\n',
  },
  gomod: { 'go.mod': 'module example.test/a\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' },
  npm: node,
  pnpm: { ...node, 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
  yarn: { ...node, 'yarn.lock': '# yarn lockfile v1\n' },
  'yarn-berry': { ...node, 'yarn.lock': '__metadata:\n  version: 8\n' },
  pip: {
    'requirements.txt': 'flask==3.1.2\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  },
  poetry: {
    'pyproject.toml': '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\nflask = "3.1.2"\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  },
  static: { 'index.html': '<!doctype html>\n' },
};

function planned(files: Readonly<Record<string, string>>, ...kinds: SecretKind[]): Plan {
  const answers = {
    port: { value: 8080, source: '--port' },
    ...(kinds.length === 0 ? {} : { secret: { value: kinds, source: '--secret' } }),
  };
  return resolve(survey(memoryProject(files), answers), answers).plan;
}

const read: readonly (readonly [manager: string, kind: SecretKind, secrets: readonly string[]])[] = [
  ['npm', 'npm', ['npmrc']],
  ['pnpm', 'npm', ['npmrc']],
  ['yarn', 'npm', ['npmrc']],
  ['yarn-berry', 'yarn', ['yarnrc']],
  ['bun', 'npm', ['npmrc']],
  ['deno', 'npm', ['npmrc']],
  ['pip', 'pip', ['pipconf']],
  ['pip', 'netrc', ['netrc']],
  ['npm', 'netrc', ['netrc']],
  ['poetry', 'pip', ['netrc']],
  ['gomod', 'go', ['GOPRIVATE', 'GOPROXY', 'netrc']],
];

describe('secrets of the build', () => {
  for (const [manager, kind, secrets] of read) {
    it(`${manager} reads ${kind}, and the pipeline passes it`, () => {
      const { pipeline } = planned(projects[manager]!, kind);
      assert.deepEqual(
        pipeline.secrets.map(({ id }) => id),
        secrets,
      );
      assert.ok(pipeline.secrets.every(({ id, name }) => name === id.toUpperCase()));
    });

    it(`${manager} has to be given what ${kind} asked for`, () => {
      const { build } = planned(projects[manager]!, kind);
      assert.ok(build.language !== 'none' && build.secretFiles.every(({ required }) => required));
    });

    it(`${manager} has none that nobody asked for (${kind})`, () => {
      assert.deepEqual(planned(projects[manager]!).pipeline.secrets, []);
    });
  }

  for (const [manager, files] of Object.entries(projects)) {
    const fits = read.filter(([name]) => name === manager).map(([, kind]) => kind);
    const others = secretKinds.filter((kind) => !fits.includes(kind) && kind !== 'netrc');
    for (const kind of others) {
      it(`${kind} is refused where ${manager} installs`, () => {
        assert.throws(
          () => planned(files, kind),
          (error) => error instanceof InputError && error.code === 'contradiction',
        );
      });
    }
  }

  it('takes an .npmrc with a token for one, and none that names a variable', () => {
    const npmrc = (line: string) => planned({ ...node, '.npmrc': `fund=false\n${line}\n` });
    const written = npmrc('//packages.example.com/:_authToken=abc');
    assert.deepEqual(
      written.pipeline.secrets.map(({ id }) => id),
      ['npmrc'],
    );
    assert.deepEqual(written.ignoreExceptions, []);
    const named = npmrc('//packages.example.com/:_authToken=${NPM_TOKEN}');
    assert.deepEqual(
      named.pipeline.secrets.map(({ id, source }) => [id, source]),
      [['NPM_TOKEN', null]],
    );
    assert.deepEqual(named.ignoreExceptions, ['.npmrc']);
    assert.deepEqual(npmrc('# //packages.example.com/:_authToken=abc').pipeline.secrets, []);
  });
});
