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
  if (otherLocks.some((path) => project.has(path))) return settings.path !== null && importsForDeno(app);
  return project.has('deno.lock') || denoStart(app).start !== null;
}

/** Files that only Deno reads. */
const marks = ['deno.lock', '.deno-version', '.dvmrc'];
/** Imports that only Deno follows. */
const denoImports = /\bfrom\s*['"](?:jsr:|npm:|https:\/\/)/;
/** Its own object. */
const denoObject = /\bDeno\s*\.\s*\w+/;

/** A program without any settings. */
function speaksDeno(app: DenoApp): boolean {
  return importsForDeno(app) || denoObject.test(usualProgram(app));
}

function importsForDeno(app: DenoApp): boolean {
  return denoImports.test(usualProgram(app));
}

function usualProgram({ project }: DenoApp): string {
  const entry = usualFiles.find((path) => project.has(path));
  return entry === undefined ? '' : (project.read(entry)?.text ?? '');
}
