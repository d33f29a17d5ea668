import { posix } from 'node:path';
import type { NodeDetails, NodeWorkspace } from '../detect/facts.js';

interface Members extends Partial<Pick<NodeWorkspace, 'others' | 'compiledTests'>> {
  readonly folder: string;
  readonly needs: readonly { readonly folder: string }[];
}

/** Folders of documents and tests in a workspace's members, by the folders that the members lie in. */
export function memberLeftovers(workspace: Members | null): string[] {
  if (workspace === null) return [];
  const parents = [...new Set(all(workspace).map((folder) => posix.dirname(folder)))].filter(
    (parent) => parent !== '.',
  );
  return parents.flatMap((parent) => ['docs', 'test', 'tests'].map((name) => `${parent}/*/${name}`));
}

/** Members that lie where documents or tests do, and tests that are compiled with their member. */
export function neededMembers(workspace: Members | null): string[] {
  if (workspace === null) return [];
  const folders = [workspace.folder, ...workspace.needs.map(({ folder }) => folder)];
  const misnamed = folders.filter((folder) => /(?:^|\/)(?:docs|tests?)(?:\/|$)/.test(folder));
  return [...misnamed, ...(workspace.compiledTests ?? [])];
}

/** What the app itself reads of documents, from the workspace's root. */
export function documentsOf({
  documents,
  workspace,
}: Pick<NodeDetails, 'documents' | 'workspace'>): string[] {
  return workspace === null ? [...documents] : documents.map((path) => `${workspace.folder}/${path}`);
}

function all({ folder, needs, others = [] }: Members): string[] {
  return [folder, ...needs.map((member) => member.folder), ...others];
}
