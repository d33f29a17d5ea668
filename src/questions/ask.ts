import type { Answers } from '../answers.js';
import { InputError } from '../errors.js';
import type { Change } from '../reconcile/reconcile.js';
import { checkValue } from './check-value.js';
import type { AppContext, Option, Question, SurveyContext } from './option.js';
import { options } from './questions.js';

/** A prompt as inquirer and Yeoman's adapter take it. */
export interface PromptQuestion {
  readonly type: 'confirm' | 'select' | 'input' | 'expand';
  readonly name: string;
  readonly message: string;
  readonly default?: boolean | number | string;
  readonly choices?: readonly unknown[];
  readonly validate?: (value: string) => true | string;
}

/** Somebody who can be asked. */
export interface Person {
  /** Asks one question and gives its answer. */
  prompt(question: PromptQuestion): Promise<unknown>;
  /** Shows lines that belong to what is asked next. */
  say(text: string): void;
  /** Shows how a file would change. */
  showDifference(change: Change): Promise<void>;
}

/** Asks which app and which language is meant, where that is open. */
export function askWhichApp(person: Person, context: SurveyContext): Promise<Answers> {
  return askAll(person, context, (option) => option.surveyQuestion);
}

/** Walks the decision tree, and asks what the sources did not tell. */
export function askAboutApp(person: Person, context: AppContext): Promise<Answers> {
  return askAll(person, context, (option) => option.question);
}

async function askAll<Context extends { readonly answers: Answers }>(
  person: Person,
  context: Context,
  questionOf: (option: Option) => Question<Context> | undefined,
): Promise<Answers> {
  let now = context;
  for (const option of options) {
    const question = questionOf(option);
    if (question === undefined || option.id in now.answers) continue;
    if (!question.relevant(now) || question.settled(now) !== null) continue;
    now = { ...now, answers: { ...now.answers, ...(await ask(person, option, question, now)) } };
  }
  return now.answers;
}

async function ask<Context>(
  person: Person,
  option: Option,
  question: Question<Context>,
  context: Context,
): Promise<Answers> {
  const suggestion = question.suggestion(context);
  person.say(
    question.why +
      (suggestion === null ? '' : `\nSuggested: ${shown(suggestion.value)} (${suggestion.source})`),
  );
  const answer = await person.prompt(promptOf(option, question, context));
  if (option.kind === 'yes-no') return { [option.id]: { value: answer === true, source: 'answer' } };
  // Enter on an empty line answers nothing.
  const text = String(answer ?? '');
  return text.trim() === ''
    ? {}
    : { [option.id]: { value: checkValue(option, text, option.flag), source: 'answer' } };
}

function promptOf<Context>(option: Option, question: Question<Context>, context: Context): PromptQuestion {
  const common = { name: option.id, message: question.message };
  const suggested = question.suggestion(context)?.value;
  if (option.kind === 'yes-no') return { ...common, type: 'confirm', default: suggested === true };
  const choices = question.choices?.(context);
  if (choices?.[0] !== undefined)
    return { ...common, type: 'select', choices, default: suggested ?? choices[0] };
  return {
    ...common,
    type: 'input',
    default: suggested ?? '',
    validate: (text) => complaint(option, text) ?? true,
  };
}

/** What is wrong with a typed answer, null where nothing is. */
function complaint(option: Option, text: string): string | null {
  if (text.trim() === '') return null;
  try {
    checkValue(option, text, option.flag);
    return null;
  } catch (error) {
    if (error instanceof InputError) return `${error.message}; ${error.hint}`;
    throw error;
  }
}

function shown(value: boolean | string): string {
  return typeof value === 'string' ? value : value ? 'yes' : 'no';
}
