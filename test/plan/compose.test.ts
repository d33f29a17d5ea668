import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { renderFiles, resolve, survey, type Outcome } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { templateRoots } from '../../src/render/template-roots.js';

const express = {
  'package.json': JSON.stringify({ name: 'app', scripts: { start: 'node server.js' } }),
  'server.js': "require('http').createServer().listen(3000);\n",
};
const asked = { compose: { value: true, source: '--compose' } };

function outcomeOf(files: Readonly<Record<string, string>>, answers = {}): Outcome {
  const given = { ...asked, ...answers };
  return resolve(survey(memoryProject(files), given), given);
}

/** The compose file's text, null where none is written. */
function composeText(outcome: Outcome): string | null {
  const files = renderFiles(outcome.plan, templateRoots([], '.'));
  return files.find(({ path }) => path.endsWith('compose.yaml'))?.text ?? null;
}

const composeOf = (files: Readonly<Record<string, string>>) => parse(composeText(outcomeOf(files)) ?? '');

describe('compose.yaml', () => {
  it('is not written unless asked for', () =>
    assert.equal(
      outcomeOf(express, { compose: { value: false, source: '--no-compose' } }).plan.compose,
      null,
    ));

  for (const name of ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']) {
    it(`leaves ${name} alone where somebody else wrote it`, () => {
      const outcome = outcomeOf({ ...express, [name]: 'services: {}\n' });
      assert.equal(composeText(outcome), null);
      const [warning] = outcome.decision.warnings.filter(({ code }) => code === 'BI190');
      assert.equal(warning?.source, name);
    });
  }

  it('leaves alone what is no text', () =>
    assert.equal(composeText(outcomeOf({ ...express, 'compose.yaml': '\0\0' })), null));

  const own = composeText(outcomeOf(express)) ?? '';
  for (const [how, text] of [
    ['as it was written', own],
    ['with a byte order mark', `\ufeff${own}`],
    ['with CRLF', own.replaceAll('\n', '\r\n')],
    ['with changes', `${own}# mine\n`],
  ] as const) {
    it(`is known again ${how}`, () =>
      assert.equal(composeText(outcomeOf({ ...express, 'compose.yaml': text })), own));
  }

  it('does not mind compose files of other folders', () =>
    assert.equal(composeText(outcomeOf({ ...express, 'ops/compose.yaml': 'services: {}\n' })), own));

  it('adds no folder for Dependabot, since it names no image', () =>
    assert.deepEqual(outcomeOf({ ...express, 'compose.yaml': own }).plan.updates.compose, []));

  it('passes a .env on, and keeps the port that is published', () => {
    const source = "require('http').createServer().listen(process.env.PORT || 3000);\n";
    const { app } = composeOf({ ...express, 'server.js': source, '.env.example': 'PORT=9\n' }).services;
    assert.deepEqual(app.env_file, [{ path: '.env', required: false }]);
    assert.deepEqual(app.environment, { PORT: '3000' });
  });

  it('asks for what the app does not start without', () => {
    const manifest = { name: 'app', scripts: { start: 'node server.js' }, dependencies: { payload: '^3' } };
    const { app } = composeOf({ ...express, 'package.json': JSON.stringify(manifest) }).services;
    assert.match(app.environment.PAYLOAD_SECRET, /^\$\{PAYLOAD_SECRET:\?/);
  });

  it('lets a program without a port end', () => {
    const { app } = composeOf({ ...express, 'server.js': 'console.log(1);\n' }).services;
    assert.equal(app.restart, 'on-failure');
    assert.equal(app.ports, undefined);
  });
});
