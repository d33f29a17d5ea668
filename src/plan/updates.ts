import { posix } from 'node:path';
import { chooseUpdateBot } from '../decide/update-bot.js';
import type { AppFacts, PackageManager } from '../detect/facts.js';
import type { RepositoryFacts } from '../detect/repository/repository.js';
import { dependabotFiles, renovateFiles, renovateManifest } from '../detect/repository/update-files.js';
import type { Warning } from '../fact.js';
import type { PlanContext } from './context.js';
import { heldImage } from './held-image.js';
import type { ImagePlace } from './image-place.js';
import type { HeldImage, Updates } from './plan.js';

/** The app within its repository, folders POSIX, `.` for the root. */
export interface Place extends ImagePlace {
  /** The app's own folder. */
  readonly app: string;
  readonly repository: RepositoryFacts;
}

/**
 * Each package manager by the names that Dependabot and Renovate have for it:
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#package-ecosystem-
 * https://docs.renovatebot.com/modules/manager/
 */
const managers: Readonly<Record<PackageManager, { ecosystem: string; managers: readonly string[] }>> = {
  npm: { ecosystem: 'npm', managers: ['npm'] },
  yarn: { ecosystem: 'npm', managers: ['npm'] },
  'yarn-berry': { ecosystem: 'npm', managers: ['npm'] },
  pnpm: { ecosystem: 'npm', managers: ['npm'] },
  bun: { ecosystem: 'bun', managers: ['bun'] },
  deno: { ecosystem: 'deno', managers: ['deno'] },
  pip: { ecosystem: 'pip', managers: ['pip_requirements', 'pip_setup', 'setup-cfg', 'pep621'] },
  poetry: { ecosystem: 'pip', managers: ['poetry', 'pep621'] },
  pipenv: { ecosystem: 'pip', managers: ['pipenv'] },
  pdm: { ecosystem: 'pip', managers: ['pep621'] },
  uv: { ecosystem: 'uv', managers: ['pep621'] },
  gomod: { ecosystem: 'gomod', managers: ['gomod'] },
};

/** What keeps versions current, and what a person should know of it. Pure. */
export function planUpdates(
  context: PlanContext,
  { folder, context: buildContext, repository }: Place,
): { updates: Updates; warnings: readonly Warning[] } {
  const { facts, answers } = context;
  const { value: bot } = chooseUpdateBot(answers, repository);
  const packages = answers.updateDeps?.value === true ? packagesOf(facts, buildContext) : [];
  const updates = {
    bot,
    file: settingsFile[bot](repository),
    docker: imageEntries(folder, repository.dockerfileFolders, heldImage(context)),
    compose: repository.composeFolders.map(fromRoot),
    packages,
  };
  const missed = answers.updateDeps?.value === true && packages.length === 0 ? answers.updateDeps : null;
  return {
    updates,
    warnings: [
      ...otherBot(updates, repository),
      ...inManifest(updates, repository),
      ...(missed === null ? [] : [noPackages(missed.source)]),
    ],
  };
}

/** One entry for all folders, but for that of an image that is held. */
function imageEntries(folder: string, folders: readonly string[], held: HeldImage | null): Updates['docker'] {
  const all = [...new Set([folder, ...folders])].sort();
  if (held === null) return [{ directories: all.map(fromRoot), held }];
  const others = all.filter((other) => other !== folder).map(fromRoot);
  const own = { directories: [fromRoot(folder)], held };
  return others.length === 0 ? [own] : [own, { directories: others, held: null }];
}

/** The file that is there is added to; a manifest is the project's, and is told about instead. */
const settingsFile: Readonly<Record<Updates['bot'], (repository: RepositoryFacts) => string | null>> = {
  dependabot: ({ dependabotFile }) => dependabotFile?.value ?? dependabotFiles[0],
  renovate: ({ renovateFile }) =>
    renovateFile?.value === renovateManifest ? null : (renovateFile?.value ?? renovateFiles[0]!),
  none: () => null,
};

/** The ecosystems of the app and of a front end that is built into it, each with its folder: the root's of a workspace. */
function packagesOf({ packageManager, details }: AppFacts, folder: string): Updates['packages'] {
  const frontEnd = details.kind === 'go' ? details.frontEnd : null;
  const own = { manager: packageManager?.value, at: folder };
  const embedded =
    frontEnd === null
      ? []
      : [{ manager: frontEnd.app.packageManager?.value, at: posix.join(folder, frontEnd.folder) }];
  return [own, ...embedded].flatMap(({ manager, at }) =>
    manager === undefined ? [] : [{ ...managers[manager], directory: fromRoot(at) }],
  );
}

function fromRoot(folder: string): string {
  return folder === '.' ? '/' : `/${folder}`;
}

function otherBot({ bot }: Updates, { dependabotFile, renovateFile }: RepositoryFacts): Warning[] {
  const other = bot === 'renovate' ? dependabotFile : bot === 'dependabot' ? renovateFile : null;
  if (other === null) return [];
  const [own, others] = bot === 'renovate' ? ['Renovate', 'Dependabot'] : ['Dependabot', 'Renovate'];
  const message = `${other.source} sets up ${others}, and ${own} is set up too: both would open pull requests for the same versions, so keep one of them (--updates)`;
  return [{ code: 'BI180', message, source: other.source }];
}

function inManifest({ bot }: Updates, { renovateFile }: RepositoryFacts): Warning[] {
  if (bot !== 'renovate' || renovateFile?.value !== renovateManifest) return [];
  const message = `Renovate is set up in ${renovateManifest}, which is left alone: move "renovate" to ${renovateFiles[0]}, and container images and actions are added there`;
  return [{ code: 'BI181', message, source: renovateFile.source }];
}

function noPackages(source: string): Warning {
  const message = 'no package manager was found, so no packages are kept current';
  return { code: 'BI182', message, source };
}
