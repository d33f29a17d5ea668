import type { BaseId, TreeQuestion } from './decision.js';

/** A node of the decision tree: a question with two ways on, or a leaf with what to try next where it doesn't work. */
export type TreeNode = Branch | Leaf;

export interface Branch {
  readonly question: TreeQuestion;
  /** The question as people read it. */
  readonly text: string;
  readonly yes: TreeNode;
  readonly no: TreeNode;
}

export interface Leaf {
  readonly base: BaseId;
  /** Where the leaf is ruled out: the next ones, the nearest in kind first. */
  readonly otherwise: readonly BaseId[];
}

const withoutShell: readonly BaseId[] = [
  'distroless',
  'chainguard',
  'ubi-micro',
  'debian-slim',
  'ubi-minimal',
  'ubi',
  'ubuntu',
  'debian',
  'wolfi',
];
const withShell: readonly BaseId[] = [
  'debian-slim',
  'ubi-minimal',
  'ubi',
  'ubuntu',
  'debian',
  'wolfi',
  'ubi-init',
];

/** The spine of the tool: from three questions to a base. */
export const tree: TreeNode = {
  question: 'shell',
  text: 'shell for debugging?',
  no: {
    question: 'glibc',
    text: 'glibc?',
    no: { base: 'scratch', otherwise: withoutShell },
    yes: { base: 'distroless', otherwise: withoutShell },
  },
  yes: {
    question: 'glibc',
    text: 'glibc?',
    no: { base: 'alpine', otherwise: withShell },
    yes: {
      question: 'rhel',
      text: 'Red Hat support?',
      yes: { base: 'ubi-minimal', otherwise: withShell },
      no: { base: 'debian-slim', otherwise: withShell },
    },
  },
};

/** Every leaf of the tree, left to right. */
export function leaves(node: TreeNode = tree): Leaf[] {
  return 'base' in node ? [node] : [...leaves(node.no), ...leaves(node.yes)];
}

/** A question on the way to a leaf, and the answer that leads there. */
export interface Turn {
  readonly question: TreeQuestion;
  readonly answer: boolean;
}

/** The turns that lead to a leaf, from the root; empty for a base that is no leaf of the tree. */
export function pathTo(base: BaseId, node: TreeNode = tree): Turn[] {
  return turnsTo(base, node) ?? [];
}

function turnsTo(base: BaseId, node: TreeNode): Turn[] | null {
  if ('base' in node) return node.base === base ? [] : null;
  for (const answer of [false, true]) {
    const rest = turnsTo(base, answer ? node.yes : node.no);
    if (rest !== null) return [{ question: node.question, answer }, ...rest];
  }
  return null;
}
