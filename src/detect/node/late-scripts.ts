import type { Fact } from '../../fact.js';
import type { LateScript } from '../facts.js';
import type { Build } from './build.js';
import type { Manifest } from './manifest.js';
import { shellCommands } from '../shell-words.js';

/** Scripts of the app itself that an install runs. */
export const installScripts = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
  'postprepare',
];

/** What only sets up a developer's clone: no image needs it, and a production install lacks the tool. */
const cloneSetup =
  /^(?:npx |pnpm exec |yarn |bunx )?(?:husky|is-ci|lefthook|simple-git-hooks|yorkie|pre-commit|git|only-allow|echo|exit|true|node \.husky\/\S+|playwright install|cypress install|electron-builder|electron-rebuild)\b/;

/** What needs no more than the install step copies: patches, and script files beside the manifest. */
const needsNoSources = /^(?:npx |pnpm exec |yarn )?(?:patch-package|patch-pnpm|ts-patch|node \S+\.[cm]?js)\b/;

/** Outside of a clone it says so and ends well. https://typicode.github.io/husky/how-to.html */
const endsWellAnyway = /^(?:npx )?husky\b/;

const generatesPrisma = /^(?:npx |pnpm exec |yarn )?prisma generate\b/;
const callsBuild = /^(?:npm|pnpm|yarn|bun)(?: run)? build$/;

/**
 * The install scripts of a manifest that can't run where an install runs them: before the sources are there, or
 * without development tools. `folder`: the manifest's, POSIX, `.` for the root.
 */
export function lateScripts(manifest: Manifest, build: Build | null, folder: string): LateScript[] {
  return installScripts.flatMap((name) => {
    const script = manifest.script(name);
    if (script === null) return [];
    const steps = stepsOf(manifest, script.value, 0);
    const left = steps.filter((step) => !cloneSetup.test(step) && !generatesPrisma.test(step));
    if (runsAtInstall(steps)) return [];
    const built = build?.script != null && left.every((step) => isTheBuild(manifest, build, step));
    return [{ folder, name, runs: left.length > 0 && !built, source: script.source }];
  });
}

/** A script that calls others is followed that far. */
const deepestScript = 5;
const callsScript = /^(?:npm|pnpm|yarn)(?: run)? (?<name>\S+)$/;

/** The steps of a line, scripts that it calls followed, but for the build. */
function stepsOf(manifest: Manifest, line: string, depth: number): string[] {
  return shellCommands(line).flatMap(({ words }) => {
    const step = words.join(' ');
    const called = callsBuild.test(step) ? undefined : callsScript.exec(step)?.groups?.['name'];
    const script = called === undefined || depth > deepestScript ? null : manifest.script(called);
    return script === null ? [step] : stepsOf(manifest, script.value, depth + 1);
  });
}

function runsAtInstall(steps: readonly string[]): boolean {
  return (
    steps.some((step) => needsNoSources.test(step)) &&
    steps.every((step) => needsNoSources.test(step) || endsWellAnyway.test(step))
  );
}

/** An install script of the app that runs where the install does, and calls what only a development install brings; null where none does. */
export function developmentInstallScript(manifest: Manifest): Fact<string> | null {
  const called = installScripts.flatMap((name) => {
    const script = manifest.script(name);
    const steps = shellCommands(script?.value ?? '').map(({ words }) => words.join(' '));
    if (script === null || !runsAtInstall(steps)) return [];
    return steps.some((step) => isForDevelopment(manifest, step)) ? [script] : [];
  });
  return called[0] ?? null;
}

function isForDevelopment(manifest: Manifest, step: string): boolean {
  const tool = step.replace(/^(?:npx|pnpm exec|yarn) /, '').split(' ')[0] ?? '';
  return manifest.devDependency(tool) !== null && manifest.dependency(tool) === null;
}

function isTheBuild(manifest: Manifest, build: Build, step: string): boolean {
  const script = manifest.script(build.script?.value ?? '');
  return callsBuild.test(step) || step === script?.value || step === build.tool?.join(' ');
}
