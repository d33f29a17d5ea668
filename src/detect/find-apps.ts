import { posix } from 'node:path';
import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { detectors } from './detectors.js';
import type { LanguageId } from './facts.js';
import type { LanguageDetector, Place } from './language.js';
import { platformStart } from './platform/platform-start.js';

/** A deployable that was found: its folder (POSIX, `.` for the root) and its language. */
export interface FoundApp {
  readonly path: string;
  readonly language: LanguageId;
}

/** The languages whose marks lie in the root of this view, the strongest mark first; without any, those of a lone program. */
export function languagesHere(project: ProjectView): LanguageDetector[] {
  const marked = markedHere(project);
  return marked.length > 0 ? marked : scriptedHere(project);
}

function scriptedHere(project: ProjectView): LanguageDetector[] {
  return detectors.filter(
    ({ scripts = [], claims }) => scripts.some((name) => project.has(name)) && claims?.(project) !== false,
  );
}

function markedHere(project: ProjectView): LanguageDetector[] {
  const found = detectors.flatMap((detector) => {
    const rank = detector.marks.findIndex((mark) => project.has(mark));
    return rank < 0 || detector.claims?.(project) === false ? [] : [{ detector, rank }];
  });
  // Many a program has a folder of pages, which it serves itself.
  const isPages = ({ detector, rank }: (typeof found)[number]): number =>
    detector.id === 'static' && rank > 0 ? 1 : 0;
  const sorted = found
    .sort((a, b) => isPages(a) - isPages(b) || a.rank - b.rank)
    .map(({ detector }) => detector);
  return startedFirst(project, sorted);
}

/** Where a platform's start command is nothing for the strongest mark's language, and is for another one that is marked, that one leads. */
function startedFirst(project: ProjectView, sorted: readonly LanguageDetector[]): LanguageDetector[] {
  const [first, ...others] = sorted;
  if (first === undefined || others.length === 0 || platformStart(project, first.id) !== null)
    return [...sorted];
  const started = others.find(({ id }) => platformStart(project, id) !== null);
  return started === undefined ? [...sorted] : [started, ...sorted.filter((other) => other !== started)];
}

/** The languages of the project at the root that have a program in this folder. */
export function languagesHolding(place: Place): LanguageDetector[] {
  return detectors.filter((detector) => detector.holds?.(place) === true);
}

/** The project as the app in this folder sees it. */
export function viewOf(project: ProjectView, folder: string): ProjectView {
  return folder === '.' ? project : project.below(folder);
}

/** Folders whose projects serve another one: its tests, its documentation, its examples. */
const aside =
  /(?:^|\/)(?:__tests__|tests?|e2e|testdata|fixtures?|mocks?|docs?|documentation|examples?|samples?|benchmarks?)(?:\/|$)/;

/** Folders of pipelines and editors. */
const hidden = /(?:^|\/)\.[^/]+\//;

/** Where there is nothing else, an example is what was meant. */
function deployable(found: readonly FoundApp[]): FoundApp[] {
  const own = found.filter(({ path }) => !aside.test(path));
  return own.length > 0 ? own : [...found];
}

/** Apps of other languages where a workspace has its members. */
function besideMembers(
  project: ProjectView,
  { places, marks }: LanguageDetector,
  members: readonly string[],
): string[] {
  const isPlace = places?.(project) ?? null;
  if (isPlace === null) return [];
  const others = detectors.filter(({ id }) => id !== 'static').flatMap((detector) => detector.marks);
  const folders = project.files
    .filter((path) => others.includes(posix.basename(path)) && isPlace(posix.dirname(path)))
    .map((path) => posix.dirname(path))
    .filter((folder) => !marks.some((mark) => project.has(`${folder}/${mark}`)));
  return [...new Set(folders)].filter((folder) => !members.includes(folder));
}

/** The app that the project's own start command starts, null where it names none. */
export function mainApp(project: ProjectView): Fact<string> | null {
  return markedHere(project)[0]?.mainApp?.(project) ?? null;
}

/**
 * The apps of a project: the root where it has a language's mark (or the apps of the workspace that it is the root of), else, or where that mark is there for tools
 * alone, every folder that has one and lies below no other such folder.
 */
export function findApps(project: ProjectView): FoundApp[] {
  const here = markedHere(project)[0];
  const below = here?.toolsAlone?.(project) === true ? programsBelow(project) : [];
  if (below.length > 0) return below;
  if (here !== undefined) {
    const members = here.apps?.(project) ?? null;
    const folders = members === null ? ['.'] : [...members, ...besideMembers(project, here, members)];
    return folders.map((path) => ({
      path,
      language: languagesHere(viewOf(project, path))[0]?.id ?? here.id,
    }));
  }
  const found = deployable(appsBelow(project));
  if (found.length > 0) return found;
  return scriptedHere(project)
    .slice(0, 1)
    .map(({ id }) => ({ path: '.', language: id }));
}

function appsBelow(project: ProjectView): FoundApp[] {
  const found: FoundApp[] = [];
  for (const path of project.files) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const name = path.slice(path.lastIndexOf('/') + 1);
    const detector = detectors.find(({ marks }) => marks.includes(name));
    if (detector === undefined || folder === '' || hidden.test(path)) continue;
    if (found.some((app) => folder === app.path || folder.startsWith(`${app.path}/`))) continue;
    found.push({ path: folder, language: languagesHere(project.below(folder))[0]?.id ?? detector.id });
  }
  return found;
}

/** Beside a root that holds tools an example, or pages that show something, are not what was meant. */
function programsBelow(project: ProjectView): FoundApp[] {
  return appsBelow(project).filter(({ path, language }) => language !== 'static' && !aside.test(path));
}
