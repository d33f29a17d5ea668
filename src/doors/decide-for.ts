import type { Answers } from '../answers.js';
import { loadLanguage } from '../catalogue/catalogue.js';
import { findApps, resolve, survey, type Outcome } from '../engine.js';
import { recognised } from '../detect/recognised.js';
import { InputError } from '../errors.js';
import type { Warning } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import { askAboutApp, askWhichApp, type Person } from '../questions/ask.js';
import { pinImages, type AskRegistries } from './pin-images.js';
import { readStoredAnswers, withStoredAnswers } from '../questions/stored-answers.js';

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
  let answers = withStoredAnswers(given, readStoredAnswers(project));
  if (person !== null) answers = await askWhichApp(person, { answers, apps: findApps(project) });
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

function withWarnings(outcome: Outcome, warnings: readonly Warning[]): Outcome {
  const { decision } = outcome;
  return { ...outcome, decision: { ...decision, warnings: [...decision.warnings, ...warnings] } };
}
