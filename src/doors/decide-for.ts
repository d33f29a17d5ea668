import type { Answers } from '../answers.js';
import { loadLanguage } from '../catalogue/catalogue.js';
import { findApps, resolve, rootApp, survey, type Outcome } from '../engine.js';
import { recognised } from '../detect/recognised.js';
import { InputError } from '../errors.js';
import type { Warning } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { askAboutApp, askWhichApp, type Person } from '../questions/ask.js';
import { pinImages, type AskRegistries } from './pin-images.js';
import { onlyStoredApp, readStoredAnswers, withStoredAnswers } from '../questions/stored-answers.js';

export interface Decided {
  readonly outcome: Outcome;
  /** All that was answered: by flags, earlier runs and prompts. */
  readonly answers: Answers;
}

/**
 * From a project to a plan: flags, then stored answers, then a person where there is one, then facts. Registries are
 * asked only where images are to be pinned by digest.
 */
export async function decideFor(
  project: ProjectView,
  given: Answers,
  person: Person | null,
  askRegistries: AskRegistries,
): Promise<Decided> {
  try {
    return await decided(project, given, person, askRegistries);
  } catch (error) {
    throw error instanceof InputError ? withRecognised(error, project) : error;
  }
}

/** A refusal says what the project is all the same. */
function withRecognised({ code, message, hint }: InputError, project: ProjectView): InputError {
  return new InputError(code, message, hint, recognised(project));
}

async function decided(
  project: ProjectView,
  given: Answers,
  person: Person | null,
  askRegistries: AskRegistries,
): Promise<Decided> {
  let answers = withEarlier(given, project);
  if (person !== null) {
    const which = await askWhichApp(person, { answers, apps: findApps(project) });
    answers = withEarlier({ ...given, ...answeredNow(which) }, project);
  }
  const surveyed = survey(project, answers);
  if (person !== null) {
    const { facts } = surveyed;
    answers = await askAboutApp(person, { answers, facts, language: loadLanguage(facts.language.value) });
  }
  const tagged = resolve(surveyed, answers);
  if (answers.pin?.value !== 'digest') return { outcome: tagged, answers };
  const { digests, warnings } = await pinImages(tagged, answers, project, askRegistries);
  return { outcome: withWarnings(resolve(surveyed, answers, digests), warnings), answers };
}

/** With the answers of earlier runs about the same app; about the only one that there were, where the project itself names none. */
function withEarlier(given: Answers, project: ProjectView): Answers {
  const stored = readStoredAnswers(project);
  const only = given.app === undefined ? onlyStoredApp(stored) : null;
  const named = only !== null && rootApp(project) === null ? { ...given, app: only } : given;
  return withStoredAnswers(named, stored, (app) => rootApp(project)?.value === app);
}

function answeredNow(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, { source }]) => source === 'answer'));
}

function withWarnings(outcome: Outcome, warnings: readonly Warning[]): Outcome {
  const { decision } = outcome;
  return { ...outcome, decision: { ...decision, warnings: [...decision.warnings, ...warnings] } };
}
