import type { Answers } from './answers.js';
import { loadLanguage } from './catalogue/catalogue.js';
import type { Decision } from './decide/decision.js';
import { decide } from './decide/decide.js';
import { detectors } from './detect/detectors.js';
import type { AppFacts } from './detect/facts.js';
import { findApps, languagesHere, languagesHolding, mainApp, type FoundApp } from './detect/find-apps.js';
import { firstThatRuns } from './detect/first-that-runs.js';
import type { LanguageDetector, Place } from './detect/language.js';
import { noLanguage, refuseUnserved } from './detect/no-language.js';
import { severalApps } from './detect/several-apps.js';
import { unservedBelow } from './detect/unserved.js';
import { withStatedSettings } from './detect/platform/stated-settings.js';
import { servedAs } from './detect/served-as.js';
import { InputError } from './errors.js';
import type { Fact, Warning } from './fact.js';
import type { Digests } from './plan/digests.js';
import { detectRepository, type RepositoryFacts } from './detect/repository/repository.js';
import { imagePlace } from './plan/image-place.js';
import { makePlan } from './plan/make-plan.js';
import type { Plan } from './plan/plan.js';
import type { ProjectView } from './project/view.js';
import { renderPlan } from './render/render-plan.js';
import type { RenderedFile, TemplateRoot } from './render/render.js';

export { findApps, type FoundApp } from './detect/find-apps.js';

/** The project as the engine sees it before anything is decided. */
export interface Survey {
  readonly apps: readonly FoundApp[];
  /** The app that is served: `answers.app`, or the only one. */
  readonly appPath: string;
  /** The app whose image has its files in the root: what a run without `--app` takes. Null where it takes none. */
  readonly rootApp: string | null;
  readonly facts: AppFacts;
  readonly repository: RepositoryFacts;
}

type Candidates = readonly [LanguageDetector, ...LanguageDetector[]];

/** What the doors show and write. */
export interface Outcome {
  readonly survey: Survey;
  readonly decision: Decision;
  readonly plan: Plan;
}

/** detect: reads the project and returns facts. Throws InputError where nothing, or too much, is found. */
export function survey(project: ProjectView, answers: Answers): Survey {
  if (answers.language === undefined && answers.app === undefined) refuseUnserved(project);
  const apps = findApps(project);
  const repository = detectRepository(project);
  const main = answers.app === undefined && apps.length > 1 ? standsForRoot(project, repository) : null;
  const appPath = main?.value ?? chosenApp(project, apps, answers);
  const view = appPath === '.' ? project : project.below(appPath);
  const place = appPath === '.' ? null : { root: project, folder: appPath };
  const facts = firstThatRuns(candidates(view, answers, place), (language) =>
    language.detect(view, answers.start ?? null, place),
  );
  const settled = withStatedSettings(facts, view, answers.start !== undefined);
  return {
    apps,
    appPath,
    rootApp:
      answers.app === undefined || appPath === '.'
        ? appPath
        : (appOfRoot(project, apps, repository)?.value ?? null),
    facts: {
      ...settled,
      warnings: [...chosenAmong(main, apps), ...leftBeside(project, appPath, answers), ...settled.warnings],
    },
    repository,
  };
}

function chosenAmong(main: Fact<string> | null, apps: readonly FoundApp[]): Warning[] {
  if (main === null) return [];
  const others = apps.filter(({ path }) => path !== main.value).map(({ path }) => `--app ${path}`);
  const message = `${main.source} names ${main.value}, so that is the app; there are others: ${others.join(', ')}`;
  return [{ code: 'BI112', message, source: main.source }];
}

/** The one app that is served may be the lesser part of the project. */
function leftBeside(project: ProjectView, appPath: string, answers: Answers): Warning[] {
  const other = appPath === '.' || answers.app !== undefined ? null : unservedBelow(project);
  if (other === null || other.language.source.startsWith(`${appPath}/`)) return [];
  const message = `${other.language.source} is a project in ${other.title}, which is not served: the image holds ${appPath} alone`;
  return [{ code: 'BI115', message, source: other.language.source }];
}

/** The app that a run without `--app` takes, and why: its image has its files in the root. Null where it takes none. */
export function rootApp(project: ProjectView): Fact<string> | null {
  return appOfRoot(project, findApps(project), detectRepository(project));
}

function appOfRoot(
  project: ProjectView,
  apps: readonly FoundApp[],
  repository: RepositoryFacts,
): Fact<string> | null {
  const [only, ...others] = apps;
  const alone = only === undefined || others.length > 0 ? null : { value: only.path, source: 'the only app' };
  return standsForRoot(project, repository) ?? alone;
}

/** What an earlier run put there stays there, whatever came to the project since. */
function standsForRoot(project: ProjectView, { rootImage }: RepositoryFacts): Fact<string> | null {
  return rootImage ?? mainApp(project);
}

/** decide and plan: pure. `digests`: of the images to pin; without any, tags will do. Throws InputError where the request can't be met. */
export function resolve(surveyed: Survey, answers: Answers, digests: Digests = new Map()): Outcome {
  const { facts, appPath, rootApp, repository } = surveyed;
  const decision = decide(answers, facts, loadLanguage(servedAs(facts)));
  const { plan, warnings } = makePlan(facts, answers, decision, {
    app: appPath,
    ...imagePlace(facts, appPath, rootApp),
    repository,
    digests,
  });
  const told = [...decision.warnings, ...facts.warnings, ...warnings];
  return { survey: surveyed, decision: { ...decision, warnings: told }, plan };
}

/** render: pure but for reading templates from the roots. */
export function renderFiles(plan: Plan, roots: readonly TemplateRoot[]): RenderedFile[] {
  return renderPlan(plan, roots);
}

function chosenApp(project: ProjectView, apps: readonly FoundApp[], answers: Answers): string {
  if (answers.app !== undefined) return existingFolder(project, answers.app.value);
  const [only, ...others] = apps;
  if (only === undefined) return '.';
  if (others.length === 0) return only.path;
  throw severalApps(project, apps);
}

function existingFolder(project: ProjectView, folder: string): string {
  if (folder === '.' || project.hasFolder(folder)) return folder.replace(/\/$/, '');
  throw new InputError('no-such-app', `--app ${folder}: no such folder in this project`);
}

/** The language that was asked for, else those that are marked here. Throws InputError `no-language` without any. */
function candidates(view: ProjectView, answers: Answers, place: Place | null): Candidates {
  const wanted = answers.language?.value;
  const named = detectors.find(({ id }) => id === wanted);
  const here = () => [...languagesHere(view), ...(place === null ? [] : languagesHolding(place))];
  const [first, ...others] = named === undefined ? here() : [named];
  if (first === undefined) throw noLanguage(view, place?.folder ?? '.');
  return [first, ...others];
}
