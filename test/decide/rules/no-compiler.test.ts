import assert from 'node:assert/strict';
import { loadBase, loadLanguage, type Cell } from '../../../src/catalogue/catalogue.js';
import { answerTree } from '../../../src/decide/defaults.js';
import { noCompiler } from '../../../src/decide/rules/no-compiler.js';
import { described } from '../described.js';
import { judgedBy } from './judged-by.js';

describe('no-compiler', () => {
  const { rejects, allows } = judgedBy(noCompiler, 'BI006');
  rejects('go, cgo', 'scratch', 'no build stage with a C compiler suits scratch', 'main.go:4');
  allows('go, cgo', 'alpine');
  allows('go, cgo', 'ubi-micro');
  allows('go', 'scratch');
  allows('python, psycopg2', 'ubuntu');

  it('judges a cell whose catalogue entry has no native stage', () => {
    const { answers, facts } = described('python, psycopg2');
    const language = loadLanguage('python');
    const cell: Cell = { build: 'python:3', run: 'python:3' };
    const treeFacts = answerTree(answers, facts, language);
    assert.deepEqual(
      noCompiler.rejects({ base: loadBase('debian-slim'), language, cell, facts, ...treeFacts }),
      {
        reason: 'no build stage with a C compiler suits debian-slim',
        source: 'requirements.txt:3',
      },
    );
  });
});
