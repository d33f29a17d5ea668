import type { AppFacts, NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
import { memoryProject } from '../../../src/project/memory-view.js';

/** Files of a project by path: a text, or what package.json and other JSON files hold. */
export type Files = Record<string, string | object>;

/** What is detected in such a project. */
export function detected(files: Files): AppFacts & { readonly details: NodeDetails } {
  const texts = Object.entries(files).map(([path, content]) => [path, asText(content)]);
  return node.detect(memoryProject(Object.fromEntries(texts))) as AppFacts & {
    readonly details: NodeDetails;
  };
}

/** `value @ source`, so that a table's row holds both. */
export function shown(fact: { value: unknown; source: string } | null): string | null {
  return fact && `${String(fact.value)} @ ${fact.source}`;
}

function asText(content: string | object): string {
  return typeof content === 'string' ? content : JSON.stringify(content, null, 2);
}
