import { showControls } from '../control-characters.js';
import type { Answers } from '../answers.js';
import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import { reconcile, type Change } from '../reconcile/reconcile.js';
import type { ProjectView } from '../project/view.js';
import { checkValue, takes } from './check-value.js';
import type { AnswerId, Option } from './option.js';
import { options } from './questions.js';

/** Yeoman's own file for what was answered: one key for each generator. */
export const storedAnswersFile = '.yo-rc.json';
const key = 'generator-baseimage';

const storedOptions = options.filter((option) => option.stored);

/**
 * The answers of earlier runs, each with its line as its source; empty where there are none. Throws
 * InputError with the line where the file is no JSON or a value is not what its option takes.
 */
export function readStoredAnswers(project: ProjectView): Answers {
  const file = project.json(storedAnswersFile);
  if (file === null) return {};
  if (!isObject(file.value)) throw notAnObject(storedAnswersFile);
  const own = file.get(key);
  if (own === null) return {};
  if (!isObject(own.value)) throw notAnObject(`${own.source}: ${key}`);
  const answers: Record<string, Fact<unknown>> = {};
  for (const option of storedOptions) {
    const stored = file.get(key, option.id);
    if (stored !== null) answers[option.id] = { value: checkStored(option, stored), source: stored.source };
  }
  return answers as Answers;
}

/**
 * Flags before stored answers. A stored base gives way to a flag about the tree, which would otherwise be
 * without effect; where `--app` names another app than the stored answers are about, only those count that hold for the
 * whole repository.
 */
export function withStoredAnswers(given: Answers, stored: Answers): Answers {
  if (given.app && stored.app && given.app.value !== stored.app.value)
    return { ...ofRepository(stored), ...given };
  const speaksOfTheTree = [given.shell, given.glibc, given.rhel].some((answer) => answer !== undefined);
  const { base, ...others } = stored;
  return { ...(speaksOfTheTree || base === undefined ? others : stored), ...given };
}

function ofRepository(stored: Answers): Answers {
  const ids: readonly string[] = options.filter((option) => option.ofRepository).map(({ id }) => id);
  return Object.fromEntries(Object.entries(stored).filter(([id]) => ids.includes(id)));
}

/**
 * What writing the answers of this run would do to `.yo-rc.json` below `root`; null where nothing changes. It
 * is never a conflict: only our own key is set, the others keep their values, order and indentation.
 */
export function storedAnswersChange(root: string, project: ProjectView, answers: Answers): Change | null {
  const text = storedAnswersText(project, answers);
  if (text === null) return null;
  const [change] = reconcile(root, [{ path: storedAnswersFile, text }]);
  return change?.change === 'conflict' ? { ...change, change: 'merge' } : (change ?? null);
}

/** The text of `.yo-rc.json` with these answers in it, null where it already says so. Throws as readStoredAnswers. */
export function storedAnswersText(project: ProjectView, answers: Answers): string | null {
  const values = Object.fromEntries(
    storedOptions
      .map(({ id }) => [id, answers[id as AnswerId]?.value] as const)
      .filter(([, value]) => value !== undefined),
  );
  const file = project.json(storedAnswersFile);
  if (file === null) return Object.keys(values).length === 0 ? null : `${print({ [key]: values }, '  ')}\n`;
  if (!isObject(file.value)) throw notAnObject(storedAnswersFile);
  const before = file.value[key] ?? {};
  const after = isObject(before) ? { ...withoutGivenUp(before, values), ...values } : values;
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const { text } = file.file;
  return print({ ...file.value, [key]: after }, indentationOf(text)) + (text.endsWith('\n') ? '\n' : '');
}

/** Keys that are no option of ours stay: a newer version may know them. */
function withoutGivenUp(before: JsonObject, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(before).filter(([name]) => name in values || !storedOptions.some(({ id }) => id === name)),
  );
}

function checkStored(option: Option, stored: Fact<unknown>): unknown {
  const { value, source } = stored;
  const given = `${source}: ${option.id}`;
  if (option.kind === 'choices' && Array.isArray(value)) return checkValue(option, value.join(','), given);
  const wanted = option.kind === 'yes-no' ? 'boolean' : option.kind === 'port' ? 'number' : 'string';
  if (typeof value !== wanted) {
    const allowed = option.kind === 'yes-no' ? 'allowed: true or false' : takes(option);
    throw new InputError(
      'bad-value',
      `${given} ${showControls(JSON.stringify(value))}: not a ${wanted}`,
      allowed,
    );
  }
  return option.kind === 'yes-no' ? value : checkValue(option, String(value), given);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnObject(where: string): InputError {
  return new InputError('bad-value', `${where}: not an object`, `correct ${storedAnswersFile}, or remove it`);
}

function print(value: JsonObject, indentation: string): string {
  return JSON.stringify(value, null, indentation);
}

function indentationOf(text: string): string {
  return /^(?<blanks>[ \t]+)\S/m.exec(text)?.groups?.['blanks'] ?? '  ';
}
