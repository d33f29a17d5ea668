import type { ProjectView } from '../project/view.js';
import { detectors } from './detectors.js';
import type { LanguageId } from './facts.js';
import type { LanguageDetector } from './language.js';

/** A deployable that was found: its folder (POSIX, `.` for the root) and its language. */
export interface FoundApp {
  readonly path: string;
  readonly language: LanguageId;
}

/** The languages whose marks lie in the root of this view, the strongest mark first. */
export function languagesHere(project: ProjectView): LanguageDetector[] {
  const found = detectors.flatMap((detector) => {
    const rank = detector.marks.findIndex((mark) => project.has(mark));
    return rank < 0 ? [] : [{ detector, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ detector }) => detector);
}

/**
 * The apps of a project: the root where it has a language's mark, else every folder that has one and lies
 * below no other such folder.
 */
export function findApps(project: ProjectView): FoundApp[] {
  const here = languagesHere(project)[0];
  if (here !== undefined) return [{ path: '.', language: here.id }];
  const found: FoundApp[] = [];
  for (const path of project.files) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const name = path.slice(path.lastIndexOf('/') + 1);
    const detector = detectors.find(({ marks }) => marks.includes(name));
    if (detector === undefined || folder === '') continue;
    if (found.some((app) => folder === app.path || folder.startsWith(`${app.path}/`))) continue;
    found.push({ path: folder, language: languagesHere(project.below(folder))[0]?.id ?? detector.id });
  }
  return found;
}
