import { InputError } from '../../errors.js';
import type { NodeApp } from './node-app.js';
import { membersOf } from './workspace.js';

/** Refuses an app that takes packages from a workspace which does not hold it: no install could find them. */
export function refuseMissingWorkspace({ project, manifest, membership }: NodeApp): void {
  if (membership || membersOf(project).length > 0) return;
  for (const name of [...manifest.dependencies, ...manifest.devDependencies]) {
    const range = manifest.dependency(name) ?? manifest.devDependency(name);
    if (range === null || !range.value.startsWith('workspace:')) continue;
    throw new InputError(
      'workspace-missing',
      `${range.source}: ${name} comes from a workspace, and none that holds this app is here`,
      'run at the workspace\'s root (pnpm-workspace.yaml, or "workspaces" in its package.json) and name this folder with --app; Rush\'s installs are its own, and not served',
    );
  }
}
