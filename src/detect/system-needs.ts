import type { Fact } from '../fact.js';
import type { AppFacts, NodeDetails } from './facts.js';

/** Libraries and tools that an app needs of the distribution around it, by the catalogue's ids. */
export function systemNeeds({ details, statedNeeds = [] }: AppFacts): readonly Fact<string>[] {
  return [...ownNeeds(details), ...statedNeeds];
}

function ownNeeds(details: AppFacts['details']): readonly Fact<string>[] {
  if (details.kind === 'node') return nodeNeeds(details);
  if (details.kind === 'go') return details.libraries;
  return details.kind === 'python' ? details.systemPackages : [];
}

function nodeNeeds({ prisma, browser, gitDependency, systemPackages }: NodeDetails): Fact<string>[] {
  return [
    ...(prisma?.engines.value ? [{ value: 'openssl-by-name', source: prisma.engines.source }] : []),
    ...(gitDependency ? [{ value: 'git-source', source: gitDependency.source }] : []),
    ...systemPackages,
    ...(browser ? [{ value: 'chromium', source: browser.source }] : []),
  ];
}
