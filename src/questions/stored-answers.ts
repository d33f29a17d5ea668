import { showControls } from '../control-characters.js';
import type { Answers } from '../answers.js';
import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import { reconcile, type Change } from '../reconcile/reconcile.js';
import type { Parsed, ProjectView } from '../project/view.js';
import { checkValue, takes } from './check-value.js';
import type { AnswerId, Option } from './option.js';
import { options } from './questions.js';

/** Yeoman's own file for what was answered: one key for each generator. */
export const storedAnswersFile = '.yo-rc.json';
const key = 'generator-baseimage';

/** Within our own: the answers about images that have a folder of their own. */
const appsKey = 'apps';

const storedOptions = options.filter((option) => option.stored);
const appOption = options.find(({ id }) => id === 'app')!;
const repositoryIds: ReadonlySet<string> = new Set(
  options.filter((option) => option.ofRepository).map(({ id }) => id),
);

/** What earlier runs were answered, each with its line as its source. */
export interface StoredAnswers {
  /** About the image in the project's root, and about the whole repository. */
  readonly root: Answers;
  /** About images that have a folder of their own, by the folders of their apps. */
  readonly apps: ReadonlyMap<string, Fact<Answers>>;
}

/**
 * The answers of earlier runs; empty where there are none. Throws InputError with the line where the file is no JSON or
 * a value is not what its option takes.
 */
export function readStoredAnswers(project: ProjectView): StoredAnswers {
  const file = project.json(storedAnswersFile);
  if (file === null) return { root: {}, apps: new Map() };
  if (!isObject(file.value)) throw notAnObject(storedAnswersFile);
  return { root: answersAt(file, [key]) ?? {}, apps: answersOfApps(file) };
}

function answersOfApps(file: Parsed): StoredAnswers['apps'] {
  const apps = file.get(key, appsKey);
  if (apps === null) return new Map();
  if (!isObject(apps.value)) throw notAnObject(`${apps.source}: ${appsKey}`);
  return new Map(
    Object.keys(apps.value).map((name) => {
      const source = file.get(key, appsKey, name)?.source ?? apps.source;
      const folder = String(checkValue(appOption, name, `${source}: ${appsKey}`));
      return [folder, { value: answersAt(file, [key, appsKey, name]) ?? {}, source }];
    }),
  );
}

/** Null where nothing is there. */
function answersAt(file: Parsed, place: readonly string[]): Answers | null {
  const own = file.get(...place);
  if (own === null) return null;
  if (!isObject(own.value)) throw notAnObject(`${own.source}: ${place.at(-1)}`);
  const answers: Record<string, Fact<unknown>> = {};
  for (const option of storedOptions) {
    const stored = file.get(...place, option.id);
    if (stored !== null) answers[option.id] = { value: checkStored(option, stored), source: stored.source };
  }
  return answers;
}

/** The only app that earlier runs were about, null where they were about the root's, or about several. */
export function onlyStoredApp({ root, apps }: StoredAnswers): Fact<string> | null {
  const [only, ...others] = apps;
  if (only === undefined || others.length > 0 || root.app !== undefined) return null;
  return { value: only[0], source: only[1].source };
}

/**
 * Flags before stored answers. A stored base gives way to a flag about the tree, which would otherwise be
 * without effect. Of the answers about another image only those count that hold for the whole repository.
 * `isRoot`: does the image of this app belong in the root?
 */
export function withStoredAnswers(
  given: Answers,
  stored: StoredAnswers,
  isRoot: (app: string) => boolean,
): Answers {
  const speaksOfTheTree = [given.shell, given.glibc, given.rhel].some((answer) => answer !== undefined);
  const own = aboutTheSame(given.app?.value, stored, isRoot);
  const { base, ...others } = own;
  return { ...(speaksOfTheTree || base === undefined ? others : own), ...given };
}

function aboutTheSame(
  app: string | undefined,
  { root, apps }: StoredAnswers,
  isRoot: (app: string) => boolean,
): Answers {
  if (app === undefined) return root;
  const own = apps.get(app);
  if (own !== undefined) return { ...ofRepository(root), ...own.value };
  const sameImage = root.app === undefined ? isRoot(app) : root.app.value === app;
  return sameImage ? root : ofRepository(root);
}

function ofRepository<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([id]) => repositoryIds.has(id)),
  ) as Partial<Values>;
}

/**
 * What writing the answers of this run would do to `.yo-rc.json` below `root`; null where nothing changes. It
 * is never a conflict: only our own key is set, the others keep their values, order and indentation.
 * `folder`: of the image that they are about, `.` for the project's root.
 */
export function storedAnswersChange(
  root: string,
  project: ProjectView,
  answers: Answers,
  folder: string,
): Change | null {
  const text = storedAnswersText(project, answers, folder);
  if (text === null) return null;
  const [change] = reconcile(root, [{ path: storedAnswersFile, text }]);
  return change?.change === 'conflict' ? { ...change, change: 'merge' } : (change ?? null);
}

/** The text of `.yo-rc.json` with these answers in it, null where it already says so. Throws as readStoredAnswers. */
export function storedAnswersText(project: ProjectView, answers: Answers, folder: string): string | null {
  const values = Object.fromEntries(
    storedOptions
      .map(({ id }) => [id, answers[id as AnswerId]?.value] as const)
      .filter(([, value]) => value !== undefined),
  );
  const file = project.json(storedAnswersFile);
  if (file !== null && !isObject(file.value)) throw notAnObject(storedAnswersFile);
  const whole = isObject(file?.value) ? file.value : {};
  const before = isObject(whole[key]) ? whole[key] : {};
  const after = folder === '.' ? rootStored(before, values) : appStored(before, values, folder);
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const text = file?.file.text ?? '\n';
  return print({ ...whole, [key]: after }, indentationOf(text)) + (text.endsWith('\n') ? '\n' : '');
}

function rootStored(before: JsonObject, values: JsonObject): JsonObject {
  return { ...without(before, (id) => !(id in values)), ...values };
}

/** What holds for the repository stands beside the apps; what an older version wrote there about this app goes to it. */
function appStored(before: JsonObject, values: JsonObject, folder: string): JsonObject {
  const apps = isObject(before[appsKey]) ? before[appsKey] : {};
  const own = isObject(apps[folder]) ? apps[folder] : {};
  const ofApp = without(values, (id) => id === appOption.id || repositoryIds.has(id));
  const ofRoot = before[appOption.id] === folder ? without(before, (id) => !repositoryIds.has(id)) : before;
  return {
    ...without(ofRoot, (id) => repositoryIds.has(id) && !(id in values)),
    ...ofRepository(values),
    [appsKey]: { ...apps, [folder]: { ...without(own, (id) => !(id in ofApp)), ...ofApp } },
  };
}

/** Keys that are no option of ours stay: a newer version may know them. */
function without(values: JsonObject, goes: (id: string) => boolean): JsonObject {
  const isOption = (name: string) => storedOptions.some(({ id }) => id === name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isOption(name) || !goes(name)));
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
