import { InputError } from '../../errors.js';
import type { Fact } from '../../fact.js';
import { isObject } from './manifest.js';
import type { NodeApp } from './node-app.js';

/**
 * Refuses a member whose packages of the workspace pnpm copies when it installs: that is before the sources are there
 * and before anything is built, so that the copies would stay empty. https://pnpm.io/settings#injectworkspacepackages
 */
export function refuseInjected({ membership, manifest }: NodeApp, packageManager: string): void {
  if (!membership || packageManager !== 'pnpm' || membership.needed.length < 2) return;
  const { root } = membership;
  const injected: Fact<unknown> | null =
    root.yaml('pnpm-workspace.yaml')?.get('injectWorkspacePackages') ??
    root.read('.npmrc')?.match(/^inject-workspace-packages[ \t]*=[ \t]*(?<value>true)/m) ??
    injectedHere(manifest.get('dependenciesMeta'));
  if (!injected || injected.value === false) return;
  throw new InputError(
    'injected-packages',
    `${injected.source}: pnpm copies packages of the workspace when it installs, before they are built`,
    'link them instead (injectWorkspacePackages: false, then pnpm install), or write the Dockerfile by hand around `pnpm deploy`',
  );
}

/** https://pnpm.io/package_json#dependenciesmetainjected */
function injectedHere(stated: Fact<unknown> | null): Fact<unknown> | null {
  const entries = isObject(stated?.value) ? Object.values(stated.value) : [];
  return entries.some((entry) => isObject(entry) && entry['injected'] === true) ? stated : null;
}
