import assert from 'node:assert/strict';
import { loadBase, loadLanguage } from '../../../src/catalogue/catalogue.js';
import type { BaseId } from '../../../src/decide/decision.js';
import { answerTree } from '../../../src/decide/defaults.js';
import type { Candidate, Rule } from '../../../src/decide/rule.js';
import { described } from '../described.js';

/** One-line tests of one rule alone: what is judged, the base, and the reason where it is out. */
export function judgedBy(rule: Rule, code: string) {
  it(`is ${code}`, () => assert.equal(rule.code, code));
  return {
    rejects(description: string, base: BaseId, reason: string, source: string): void {
      it(`${description}: not ${base}`, () =>
        assert.deepEqual(rule.rejects(candidate(description, base)), { reason, source }));
    },
    allows(description: string, base: BaseId): void {
      it(`${description}: ${base}`, () => assert.equal(rule.rejects(candidate(description, base)), null));
    },
  };
}

function candidate(description: string, base: BaseId): Candidate {
  const { answers, facts } = described(description);
  const language = loadLanguage(facts.language.value);
  const cell = language.bases[base] ?? null;
  return { base: loadBase(base), language, cell, facts, ...answerTree(answers, facts, language) };
}
