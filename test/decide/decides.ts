import assert from 'node:assert/strict';
import { loadLanguage } from '../../src/catalogue/catalogue.js';
import { decide } from '../../src/decide/decide.js';
import type { BaseId, Decision, Step } from '../../src/decide/decision.js';
import { tree, type TreeNode } from '../../src/decide/tree.js';
import { InputError } from '../../src/errors.js';
import { described } from './described.js';

/** `corrected`: the code of the rule that took the tree's own leaf out. */
export function decides(description: string, base: BaseId, { corrected }: { corrected?: string } = {}): void {
  const name = `${description} → ${base}${corrected === undefined ? '' : `, corrected by ${corrected}`}`;
  it(name, () => {
    const decision = decisionFor(description);
    assert.equal(decision.base, base, JSON.stringify(decision.rejected, null, 2));
    const leaf = leafOf(decision.steps);
    const correction = decision.rejected.find((rejection) => rejection.base === leaf && leaf !== base);
    assert.equal(correction?.code, corrected);
  });
}

/** `--base` asks for what can't be: the reason names where it was read, and the hint the nearest that works. */
export function refuses(description: string, message: RegExp, hint: string): void {
  it(`${description}: refused, ${hint}`, () => {
    assert.throws(
      () => decisionFor(description),
      (error) => {
        assert.ok(error instanceof InputError, String(error));
        assert.match(error.message, message);
        assert.equal(error.hint, hint);
        return true;
      },
    );
  });
}

/** No base at all: the hint gives each base with its reason, a line each. */
export function impossible(description: string, reason: string): void {
  it(`${description}: no base, since ${reason}`, () => {
    assert.throws(
      () => decisionFor(description),
      (error) => error instanceof InputError && error.code === 'no-base' && error.hint.includes(reason),
    );
  });
}

export function decisionFor(description: string): Decision {
  const { answers, facts } = described(description);
  return decide(answers, facts, loadLanguage(facts.language.value));
}

/** The leaf that the tree alone leads to; the base itself where it was asked for. */
function leafOf(steps: readonly Step[]): BaseId {
  let node: TreeNode = tree;
  for (const { question, answer } of steps) {
    if (question === 'base') return answer as BaseId;
    assert.ok(!('base' in node) && node.question === question, `${question} is not asked here`);
    node = answer === true ? node.yes : node.no;
  }
  assert.ok('base' in node, 'the path ends before a leaf');
  return node.base;
}
