import type { DenoApp } from './deno-app.js';
import { denoStart } from './start.js';

/** Lock files of package managers that install for Node.js. */
const otherLocks = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
];

/** Does Deno run the app? Packages for Node.js have a deno.json too, to be published or linted. */
export function runsOnDeno(app: DenoApp): boolean {
  const { manifest, project } = app;
  if (!manifest.exists) return true;
  const script = manifest.script('start');
  if (script !== null) return /(^|[\s;&|/])deno\s/.test(script.value);
  if (otherLocks.some((path) => project.has(path))) return false;
  return project.has('deno.lock') || denoStart(app).start !== null;
}
