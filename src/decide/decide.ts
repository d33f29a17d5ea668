import { loadBase, loadBases, type BaseEntry, type LanguageEntry } from '../catalogue/catalogue.js';
import type { AppFacts } from '../detect/facts.js';
import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import { firstObjection } from './corrections.js';
import type { BaseId, Decision, Rejection, Step, TreeAnswers, TreeQuestion } from './decision.js';
import { answerTree, demands, type TreeFacts } from './defaults.js';
import type { Candidate } from './rule.js';
import { leaves, pathTo, tree, type Leaf, type TreeNode } from './tree.js';
import { baseWarnings } from './warnings.js';

/**
 * Walks the tree with what was answered and found, and corrects its leaf by the facts.
 * Throws InputError where `--base` asks for what can't work, or where no base works at all.
 */
export function decide(answers: TreeAnswers, facts: AppFacts, language: LanguageEntry): Decision {
  const choice = choose(answers, facts, language);
  return { ...choice, warnings: baseWarnings(loadBase(choice.base), language.asOf) };
}

type Choice = Omit<Decision, 'warnings'>;

function choose(answers: TreeAnswers, facts: AppFacts, language: LanguageEntry): Choice {
  if (answers.base !== undefined)
    return asked(answers.base, judgeOf(facts, language, demands(answers, facts)));

  const treeFacts = answerTree(answers, facts, language);
  const judge = judgeOf(facts, language, treeFacts);
  const { leaf, steps } = walk(tree, treeFacts);
  const objections = new Map<BaseId, Rejection>();
  for (const id of [leaf.base, ...leaf.otherwise]) {
    const objection = judge(loadBase(id));
    if (objection === null) return decided(id, steps, [...objections.values()], treeFacts, judge);
    objections.set(id, { base: id, ...objection });
  }
  throw nothingWorks([...objections.values()]);
}

type Judge = (base: BaseEntry) => ReturnType<typeof firstObjection>;

function judgeOf(facts: AppFacts, language: LanguageEntry, treeFacts: TreeFacts): Judge {
  return (base) => firstObjection(candidate(base, facts, language, treeFacts));
}

function asked({ value: id, source }: Fact<BaseId>, judge: Judge): Choice {
  const base = loadBase(id);
  const objection = judge(base);
  if (objection !== null) {
    const works = nearestThatWorks(id, judge);
    throw new InputError(
      'base-impossible',
      `--base ${id}: ${objection.reason}${objection.source === null ? '' : ` (${objection.source})`}`,
      works === null ? 'no base meets what was asked' : `the nearest that works is --base ${works}`,
    );
  }
  const steps: Step[] = [{ question: 'base', answer: id, source }];
  return { base: id, steps, rejected: [] };
}

function decided(
  id: BaseId,
  steps: readonly Step[],
  objections: readonly Rejection[],
  treeFacts: TreeFacts,
  judge: Judge,
): Choice {
  const rejected = [...objections, ...otherLeaves(id, objections, treeFacts, judge)];
  return { base: id, steps, rejected };
}

function walk(node: TreeNode, treeFacts: TreeFacts): { leaf: Leaf; steps: Step[] } {
  if ('base' in node) return { leaf: node, steps: [] };
  const { value, source } = treeFacts[node.question];
  const rest = walk(value ? node.yes : node.no, treeFacts);
  return { leaf: rest.leaf, steps: [{ question: node.question, answer: value, source }, ...rest.steps] };
}

/** Why the tree's other leaves were not taken, for people who expected one of them. */
function otherLeaves(
  id: BaseId,
  objections: readonly Rejection[],
  treeFacts: TreeFacts,
  judge: Judge,
): Rejection[] {
  const told = new Set([id, ...objections.map(({ base }) => base)]);
  return leaves()
    .filter(({ base }) => !told.has(base))
    .map(({ base }) => ({ base, ...(judge(loadBase(base)) ?? otherWay(base, treeFacts)) }));
}

/** A leaf that would have worked lies where a question was answered the other way. */
function otherWay(id: BaseId, treeFacts: TreeFacts): Omit<Rejection, 'base'> {
  const turn = pathTo(id).find(({ question, answer }) => treeFacts[question].value !== answer);
  if (turn === undefined) return { code: null, reason: 'another base suits better', source: null };
  const answered = treeFacts[turn.question];
  return {
    code: null,
    reason: answerWords[turn.question][answered.value ? 'yes' : 'no'],
    source: answered.source,
  };
}

const answerWords: Readonly<Record<TreeQuestion, { readonly yes: string; readonly no: string }>> = {
  shell: { yes: 'a shell is wanted', no: 'no shell is wanted' },
  glibc: { yes: 'glibc is needed', no: 'glibc is not needed' },
  rhel: { yes: 'Red Hat support is required', no: 'Red Hat support is not required' },
};

function nearestThatWorks(id: BaseId, judge: Judge): BaseId | null {
  const nearest = leaves().find(({ base }) => base === id)?.otherwise ?? [];
  const order = [...nearest, ...loadBases().map((base) => base.id)];
  return order.find((other) => other !== id && judge(loadBase(other)) === null) ?? null;
}

function candidate(
  base: BaseEntry,
  facts: AppFacts,
  language: LanguageEntry,
  treeFacts: TreeFacts,
): Candidate {
  return { base, language, cell: language.bases[base.id] ?? null, facts, ...treeFacts };
}

function nothingWorks(objections: readonly Rejection[]): InputError {
  const reasons = objections.map(
    ({ base, reason, source }) => `${base}: ${reason}${source === null ? '' : ` (${source})`}`,
  );
  return new InputError('no-base', 'no base image meets what was asked', reasons.join('\n'));
}
