import assert from 'node:assert/strict';
import type { Answers } from '../../src/answers.js';
import type { BaseId } from '../../src/decide/decision.js';
import { resolve, survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import type { Plan } from '../../src/plan/plan.js';
import { memoryProject } from '../../src/project/memory-view.js';

const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bun: {
    'package.json': '{"name":"a","scripts":{"start":"bun server.ts"}}',
    'bun.lock': '{}',
    'server.ts': 'Bun.serve({ port: 3000, fetch: () => new Response("") });\n',
  },
  deno: {
    'deno.json': '{"tasks":{"start":"deno run -A main.ts"}}',
    'main.ts': 'Deno.serve(() => new Response(""));\n',
  },
  go: { 'go.mod': 'module example.test/a\n\ngo 1.27\n', 'main.go': 'package main\n\nfunc main() {}\n' },
  node: {
    'package.json': '{"name":"a","scripts":{"start":"node server.js"}}',
    'server.js': 'setInterval(() => {}, 9);\n',
  },
  python: {
    'requirements.txt': 'flask==3.1.2\ngunicorn==23.0.0\n',
    'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  },
  static: { 'index.html': '<!doctype html>\n' },
};

function planned(language: string, base: BaseId, more: Answers = {}): Plan {
  const answers: Answers = {
    base: { value: base, source: '--base' },
    health: { value: '/healthz', source: '--health' },
    port: { value: 8080, source: '--port' },
    ...more,
  };
  return resolve(survey(memoryProject(projects[language]!), answers), answers).plan;
}

describe('the health check', () => {
  const cases: readonly [language: string, base: BaseId, program: string, client: string | null][] = [
    ['bun', 'alpine', 'bun', null],
    ['deno', 'debian-slim', 'deno', null],
    ['node', 'debian-slim', 'node', null],
    ['node', 'distroless', '/nodejs/bin/node', null],
    ['python', 'debian-slim', 'python', null],
    ['python', 'distroless', 'python', null],
    ['go', 'alpine', 'wget', null],
    ['go', 'scratch', '/health', 'compiled'],
    ['go', 'debian-slim', '/health', 'compiled'],
    ['go', 'ubi-minimal', '/health', 'compiled'],
    ['static', 'alpine', 'wget', null],
    ['static', 'distroless', '/usr/local/bin/wget', 'copied'],
    ['static', 'debian-slim', '/usr/local/bin/wget', 'copied'],
  ];
  for (const [language, base, program, client] of cases)
    it(`${language} on ${base}: ${program}${client === null ? '' : `, ${client}`}`, () => {
      const { health, images, run } = planned(language, base);
      assert.equal(health?.test[0], program);
      assert.equal(health.client?.how ?? null, client);
      const copied = run.copies.some(({ from }) => from === 'health');
      assert.equal(copied, client !== null);
      if (health.client !== null) assert.ok(images.build.includes(health.client.image));
      if (client !== 'compiled') assert.match(health.test.join(' '), /http:\/\/127\.0\.0\.1:8080\/healthz/);
    });

  it('is not there unless somebody asks for one', () => {
    const answers: Answers = { base: { value: 'scratch', source: '--base' } };
    const { plan } = resolve(survey(memoryProject(projects['go']!), answers), answers);
    assert.equal(plan.health, null);
  });

  it('needs a port', () => {
    const answers: Answers = { health: { value: '/', source: '--health' } };
    assert.throws(
      () => resolve(survey(memoryProject(projects['node']!), answers), answers),
      ({ code, hint }: InputError) => code === 'no-port' && hint.includes('--port'),
    );
  });
});
