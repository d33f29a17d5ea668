import type { DenoDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { portEnvironment } from './port-environment.js';
import { copiesByFolder } from './copies.js';
import type { DenoBuild } from './plan.js';

/** Where Deno keeps what it fetched and compiled; its own images have it there too. */
const denoFolder = '/deno-dir';

/** Deno: everything is fetched while the image is built, and runs from Deno's cache. */
export function planDeno(context: PlanContext, details: DenoDetails): LanguagePart<DenoBuild> {
  const { cell, facts } = context;
  const lock = details.lockFile === null ? '--no-lock' : '--frozen';
  const exclude = details.installFiles.filter((path) => path === '.npmrc');
  const settled = details.installFiles.some((path) => /^(deno\.jsonc?|package\.json)$/.test(path));
  return {
    build: {
      ...buildStage(context),
      language: 'deno',
      installFiles: copiesByFolder(details.installFiles),
      install: details.hasDependencies && settled ? installCommand(details) : null,
      buildCommand: buildCommand(details),
      cache: facts.entry === null ? null : ['deno', 'cache', lock, facts.entry.value],
    },
    workdir: '/app',
    path: null,
    env: [
      ['DENO_DIR', denoFolder],
      ['DENO_NO_UPDATE_CHECK', '1'],
      ...Object.entries(details.startEnvironment),
      ...portEnvironment(context),
    ],
    copies: [
      ...(cell.runCopies ?? []),
      { from: 'build', sources: [denoFolder], target: denoFolder },
      { from: 'build', sources: ['/app'], target: '.', exclude },
    ],
    startFolder: details.startFolder,
    program: program(details.startWords, lock, cell.interpreter),
    ignore: ['**/*_test.ts', '**/*.test.ts', '**/coverage'],
    needed: [],
    // Deno brings certificates of its own.
    needs: { certificates: false, timeZones: false },
  };
}

function buildCommand({ buildTask, buildFolder }: DenoDetails): string[] | null {
  if (buildTask === null) return null;
  return ['deno', 'task', ...(buildFolder === null ? [] : ['--cwd', buildFolder]), 'build'];
}

/** https://docs.deno.com/runtime/reference/cli/install/ */
function installCommand({ lockFile }: DenoDetails): string {
  return lockFile === null ? 'deno install' : 'deno install --frozen';
}

/** Nothing is fetched at run time, and no lock file written: the root of a container may be read-only. */
function program(words: readonly string[], lock: string, interpreter = 'deno'): string[] {
  const [first, verb, ...rest] = words;
  return first === undefined || verb === undefined ? [] : [interpreter, verb, '--cached-only', lock, ...rest];
}
