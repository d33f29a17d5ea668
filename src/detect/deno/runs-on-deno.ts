import type { DenoApp } from './deno-app.js';
import { denoStart, usualFiles } from './start.js';

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
  const { manifest, project, settings } = app;
  if (!manifest.exists)
    return settings.path !== null || marks.some((mark) => project.has(mark)) || speaksDeno(app);
  const script = manifest.script('start');
  if (script !== null) return /(^|[\s;&|/])deno\s/.test(script.value);
  if (otherLocks.some((path) => project.has(path))) return false;
  return project.has('deno.lock') || denoStart(app).start !== null;
}

/** Files that only Deno reads. */
const marks = ['deno.lock', '.deno-version', '.dvmrc'];
/** Deno's own object, and imports that only Deno follows. */
const denoOnly = /\bDeno\s*\.\s*\w+|\bfrom\s*['"](?:jsr:|npm:|https:\/\/)/;

/** A program without any settings. */
function speaksDeno({ project }: DenoApp): boolean {
  const entry = usualFiles.find((path) => project.has(path));
  return entry !== undefined && denoOnly.test(project.read(entry)?.text ?? '');
}
