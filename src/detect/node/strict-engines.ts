import { valueAt } from '../../project/parsed.js';
import type { NodeApp } from './node-app.js';
import type { Installer } from './package-manager.js';
import { runtimeVersion } from './version.js';

/** Ranges of Node.js (`engines`) without which the package manager refuses: Yarn 1 always, npm and pnpm where they are told to. */
export function strictEngines(apps: readonly NodeApp[], root: NodeApp, installer: Installer): string[] {
  if (!isStrict(root, installer)) return [];
  return apps.flatMap(({ manifest }) => manifest.string('engines', 'node')?.value ?? []);
}

/** `devEngines.runtime`, which npm refuses to go without unless told otherwise. https://docs.npmjs.com/cli/configuring-npm/package-json#devengines */
export function developmentRuntime({ manifest }: NodeApp): string | null {
  const runtime: unknown = manifest.get('devEngines', 'runtime')?.value;
  const mildly = /^(?:warn|ignore|download)$/.test(String(valueAt(runtime, ['onFail'])));
  return mildly ? null : (runtimeVersion(manifest)?.value ?? null);
}

function isStrict({ project }: NodeApp, { packageManager: { value: manager } }: Installer): boolean {
  if (manager === 'yarn') return true;
  if (manager !== 'npm' && manager !== 'pnpm') return false;
  return (
    /^\s*engine-strict\s*=\s*true/m.test(project.read('.npmrc')?.text ?? '') ||
    /^engineStrict:\s*true/m.test(project.read('pnpm-workspace.yaml')?.text ?? '')
  );
}
