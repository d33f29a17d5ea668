import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../errors.js';
import { appended, prepended, withInsertions, type Insertion } from './edit-json5.js';
import type { Json5Node } from './json5.js';
import { printed, printedMember, styleOf, type Json5Style } from './json5-style.js';
import { readRenovateSettings, type Rule, type Settings } from './renovate-settings.js';
import { unmergeable } from './unmergeable.js';

/** Presets of which each does what the first one does. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'docker:pinDigests': ['config:best-practices', ':pinDigests', 'default:pinDigests'],
  'helpers:pinGitHubActionDigests': [
    'config:best-practices',
    'helpers:pinGitHubActionDigestsToSemver',
    ':pinDigests',
    'default:pinDigests',
  ],
};

/**
 * Renovate's settings (JSON, JSON with comments or JSON5) with what another file of settings has beside them: presets that
 * pin, managers where they are listed, and rules for managers of which no rule speaks. Everything else stays as it is, to
 * the byte. Throws InputError `unmergeable` with line and column where nothing can be added to `theirs`.
 */
export function mergeRenovate(theirs: string, ours: string, path: string): string {
  const { root, settings: present } = readRenovateSettings(theirs, path);
  const { settings: wanted } = readRenovateSettings(ours, path);
  const style = styleOf(theirs, root);
  const possible: readonly Addition[] = [
    { key: 'extends', entries: missingPresets(present, wanted), put: appended },
    { key: 'enabledManagers', entries: missingManagers(present, wanted), put: appended },
    { key: 'packageRules', entries: missingRules(present, wanted), put: prepended },
  ];
  const additions = possible.filter(({ entries }) => entries.length > 0);
  const lineEnd = theirs.includes('\r\n') ? '\r\n' : '\n';
  const insertions = [
    ...additions.flatMap((addition) => inserted(theirs, root, addition, style)),
    ...newKeys(theirs, root, additions, style),
  ].map(({ at, text }) => ({ at, text: text.replaceAll('\n', lineEnd) }));
  return verified(withInsertions(theirs, insertions), { theirs, present, additions, path });
}

/** Entries for the list of a key, and where in it they are put. */
interface Addition {
  readonly key: keyof Settings;
  readonly entries: readonly unknown[];
  readonly put: typeof appended;
}

function missingPresets(present: Settings, wanted: Settings): string[] {
  const there = present.extends ?? [];
  return (wanted.extends ?? []).filter(
    // What else a preset brings is the user's choice.
    (preset) =>
      Object.hasOwn(alike, preset) && ![preset, ...alike[preset]!].some((name) => there.includes(name)),
  );
}

/** Without a list of managers all are at work. */
function missingManagers(present: Settings, wanted: Settings): string[] {
  const there = present.enabledManagers;
  if (there === undefined) return [];
  return (wanted.enabledManagers ?? []).filter((manager) => !there.includes(manager));
}

/** Rules for managers of which no rule speaks. When and how old is left to settings for everything, where there are some. */
function missingRules(present: Settings, wanted: Settings): Rule[] {
  const there = present.packageRules ?? [];
  const scheduled =
    present.schedule !== undefined || present.extends?.some((name) => name.startsWith('schedule:'));
  const general = [
    ...(scheduled ? ['schedule'] : []),
    ...(present.minimumReleaseAge === undefined ? [] : ['minimumReleaseAge']),
  ];
  return (wanted.packageRules ?? [])
    .filter((rule) => !there.some((other) => speaksOf(other, rule.matchManagers ?? [])))
    .map((rule) => Object.fromEntries(Object.entries(rule).filter(([key]) => !general.includes(key))));
}

function speaksOf({ matchManagers = [], matchDatasources = [] }: Rule, managers: readonly string[]): boolean {
  const images = managers.includes('dockerfile') && matchDatasources.includes('docker');
  return images || managers.some((manager) => matchManagers.includes(manager));
}

function inserted(
  source: string,
  root: Json5Node,
  { key, entries, put }: Addition,
  style: Json5Style,
): Insertion[] {
  const list = memberOf(root, key);
  return list === undefined
    ? []
    : put(
        source,
        list,
        entries.map((entry) => printed(entry, style)),
        style.step,
      );
}

/** Keys that are not there yet, all put behind the last one. */
function newKeys(
  source: string,
  root: Json5Node,
  additions: readonly Addition[],
  style: Json5Style,
): Insertion[] {
  const entries = additions
    .filter(({ key }) => memberOf(root, key) === undefined)
    .map(({ key, entries: list }) => printedMember(key, list, style));
  return entries.length === 0 ? [] : appended(source, root, entries, style.step);
}

function memberOf(root: Json5Node, key: string): Json5Node | undefined {
  // Of equal keys the last one counts.
  return root.members?.findLast((member) => member.key === key)?.node;
}

/** Editing goes by offsets: what came out is read again, and taken only where it says what it should. */
function verified(
  text: string,
  {
    theirs,
    present,
    additions,
    path,
  }: { theirs: string; present: Settings; additions: readonly Addition[]; path: string },
): string {
  const expected = Object.fromEntries([
    ...Object.entries(present),
    ...additions.map(({ key, entries, put }) => {
      const there = (present[key] ?? []) as readonly unknown[];
      return [key, put === prepended ? [...entries, ...there] : [...there, ...entries]];
    }),
  ]);
  if (!isDeepStrictEqual(readOrNull(text, path), expected))
    throw unmergeable(path, theirs, 0, 'it is written in a manner of its own');
  return text;
}

function readOrNull(text: string, path: string): Settings | null {
  try {
    return readRenovateSettings(text, path).settings;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
