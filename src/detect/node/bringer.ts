import type { Manifest } from './manifest.js';
import { readManifest } from './manifest.js';
import type { NodeApp } from './node-app.js';

/** The dependency that brings a command, by its name or by one that is told from the command's; null where none does. */
export function bringerOf(app: NodeApp, command: string): string | null {
  const names = manifestsOf(app).flatMap(({ dependencies, devDependencies }) => [
    ...dependencies,
    ...devDependencies,
  ]);
  return names.find((name) => name === command) ?? names.find((name) => isNamedLike(name, command)) ?? null;
}

/** Is this one there where development tools are left out? */
export function bringsAtRunTime(app: NodeApp, name: string): boolean {
  return manifestsOf(app).some((manifest) => manifest.dependency(name) !== null);
}

/** The major version that the manifest asks for; Infinity where it names none (`latest`). */
export function majorOf(app: Pick<NodeApp, 'manifest'>, name: string): number {
  const range = (app.manifest.dependency(name) ?? app.manifest.devDependency(name))?.value ?? '';
  return Number(/\d+/.exec(range)?.[0] ?? Infinity);
}

/** The packages of a workspace's root are at hand in its members. */
function manifestsOf({ manifest, membership }: NodeApp): Manifest[] {
  return membership ? [manifest, readManifest(membership.root)] : [manifest];
}

/** `@acme/cli` brings `acme`, `@acme/server` `acme-server`, `sucrase` `sucrase-node`. */
function isNamedLike(name: string, command: string): boolean {
  const words = `-${name.replace(/^@/, '').replace('/', '-')}-`;
  return words.includes(`-${command}-`) || command.startsWith(`${name.slice(name.lastIndexOf('/') + 1)}-`);
}
