import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import type { AppFacts, LanguageId } from '../detect/facts.js';
import type { Fact, Warning } from '../fact.js';
import { nodeLineNamed } from '../node-lines.js';
import type { Cell, LanguageEntry, Version } from './catalogue.js';

/** Which version of a language is built and run, and what a person should know about that choice. */
export interface ChosenVersion {
  readonly version: Version;
  /** Does it lie within what the project states? */
  readonly fits: boolean;
  readonly warnings: readonly Warning[];
}

/** What decides on the version: what the project states, and the newest one that its dependencies are built for. */
export type WantedVersion = Pick<AppFacts, 'version' | 'newestVersion'>;

/**
 * The catalogue's version for a project, among those that a cell offers: the preferred one where it fits, else the
 * newest that fits, else the nearest newer one, else the newest of all (`fits` false). One that the dependencies are
 * not built for is taken only where there is no other.
 */
export function chooseVersion(language: LanguageEntry, cell: Cell, wanted: WantedVersion): ChosenVersion {
  const newest = wanted.newestVersion;
  if (!newest) return chosenFrom(language, cell, wanted.version);
  const freely = chosenFrom(language, cell, statesOnly(wanted.version, newest) ? null : wanted.version);
  const built = chosen(language, withoutNewer(cell, language, newest.value), wanted.version);
  if (built === null && isRetired(language, newest.value))
    return nearestAbove(language, cell, wanted.version, newest);
  if (built?.fits !== true) return { ...chosenFrom(language, cell, wanted.version), fits: false };
  if (built.version === freely.version) return freely;
  return { ...built, warnings: [...built.warnings, heldBack(language, built.version, newest)] };
}

/** Is every version that the catalogue knows newer? */
function isRetired(language: LanguageEntry, version: string): boolean {
  return language.versions.every(({ cycle }) => compare(cycle, numbers(version)) > 0);
}

/** All that is offered is newer than what the dependencies are built for: the next one that the project accepts is the likeliest to compile them. */
function nearestAbove(
  language: LanguageEntry,
  cell: Cell,
  stated: Fact<string> | null,
  newest: Fact<string>,
): ChosenVersion {
  const offered = language.versions.filter((version) => cell.cycles?.includes(version.cycle) ?? true);
  const accepted = offered.filter(
    (version) => stated === null || acceptsVersion(language.id, version, stated.value),
  );
  const nearest = nearestSupported(language, accepted, newest.value);
  if (nearest === undefined) return { ...chosenFrom(language, cell, stated), fits: false };
  return { version: nearest, fits: false, warnings: [outOfRange(language, nearest, newest)] };
}

/** Is the limit of the dependencies all that the project states? */
function statesOnly(stated: Fact<string> | null, newest: Fact<string>): boolean {
  return stated?.value === `<=${newest.value}`;
}

function chosenFrom(language: LanguageEntry, cell: Cell, stated: Fact<string> | null): ChosenVersion {
  const taken = chosen(language, cell, stated);
  if (taken === null) throw new Error(`catalogue: ${language.id} has no version for ${cell.run}`);
  return taken;
}

function chosen(language: LanguageEntry, cell: Cell, stated: Fact<string> | null): ChosenVersion | null {
  const offered = language.versions.filter((version) => cell.cycles?.includes(version.cycle) ?? true);
  const newest = offered[0];
  if (newest === undefined) return null;
  const preferred = offered.find((version) => version.cycle === (cell.prefer ?? language.default));
  if (stated === null) return { version: preferred ?? newest, fits: true, warnings: [] };

  const fitting = offered.filter((version) => acceptsVersion(language.id, version, stated.value));
  const taken =
    named(language.id, fitting, stated.value) ??
    fitting.find((version) => version === preferred) ??
    fitting[0];
  if (taken !== undefined) return { version: taken, fits: true, warnings: ended(language, taken, stated) };
  const wanted = language.id === 'node' ? (nodeLineNamed(stated.value) ?? stated.value) : stated.value;
  const nearest = nearestSupported(language, offered, wanted) ?? newest;
  return {
    version: nearest,
    fits: false,
    warnings: [outOfRange(language, nearest, { ...stated, value: wanted })],
  };
}

function withoutNewer(cell: Cell, language: LanguageEntry, newest: string): Cell {
  const cycles = cell.cycles ?? language.versions.map(({ cycle }) => cycle);
  return { ...cell, cycles: cycles.filter((cycle) => compare(cycle, numbers(newest)) <= 0) };
}

function heldBack(language: LanguageEntry, { cycle }: Version, { source }: Fact<string>): Warning {
  const message = `${language.title} ${cycle} is taken: the release that ${source} asks for is not built for a later one`;
  return { code: 'BI104', message, source };
}

/** How a language writes which versions it accepts. */
const notations: Readonly<Record<LanguageId, (version: Version, stated: string) => boolean>> = {
  // A go line is the oldest version that will do; each Go 1 release builds what older ones did.
  go: (version, stated) => compare(version.patch, numbers(stated)) >= 0 || sameCycle(version, stated),
  // Bun and Node.js share notations, of package.json and of version managers.
  bun: nodeAccepts,
  deno: denoAccepts,
  node: nodeAccepts,
  python: pythonAccepts,
  static: () => true,
};

/** Does a project that states this accept the version? In the language's own notation. */
export function acceptsVersion(language: LanguageId, version: Version, stated: string): boolean {
  return notations[language](version, stated);
}

/** A go line is a lower bound, and also the release that the module is developed with. */
function named(language: LanguageId, fitting: readonly Version[], stated: string): Version | undefined {
  return language === 'go' ? fitting.find((version) => sameCycle(version, stated)) : undefined;
}

function nodeAccepts(version: Version, stated: string): boolean {
  const text = stated.trim().toLowerCase();
  if (['*', 'node', 'latest', 'current', 'stable', 'lts', 'lts/*', 'lts/-1'].includes(text)) return true;
  const cycle = nodeLineNamed(text);
  if (cycle !== null) return version.cycle === cycle;
  const exact = /^v?(?<major>\d+)(?:\.[\dx*]+){0,2}$/.exec(text);
  // An exact patch is met by its line's newest: images of older patches are no longer rebuilt.
  if (exact !== null) return version.cycle === exact.groups?.['major'];
  const range = validRange(text, { loose: true });
  return range !== null && (satisfies(version.patch, range) || satisfies(`${version.cycle}.999.999`, range));
}

/** `2.9.5`, `2.9`, `2`, `^2.2.0`: each minor release is a line of its own. https://docs.deno.com/runtime/fundamentals/stability_and_releases/ */
function denoAccepts(version: Version, stated: string): boolean {
  const text = stated.trim().replace(/^v(?=\d)/, '');
  if (['*', 'latest', 'lts', 'stable'].includes(text)) return true;
  // An exact patch is met by its line's newest: images of older patches are no longer rebuilt.
  if (/^\d+\.\d+\.\d+$/.test(text)) return sameCycle(version, text);
  const range = validRange(text, { loose: true });
  return range !== null && (satisfies(version.patch, range) || satisfies(`${version.cycle}.999`, range));
}

/** https://packaging.python.org/en/latest/specifications/version-specifiers/, and Poetry's `^` and `~`. */
function pythonAccepts(version: Version, stated: string): boolean {
  return stated.split('||').some((alternative) =>
    alternative
      .split(/[,\s]+(?![\d.])|,/)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== '')
      .every((clause) => pythonClause(version, clause)),
  );
}

function pythonClause(version: Version, clause: string): boolean {
  const parsed =
    /^(?<operator>~=|==|!=|<=|>=|<|>|\^|~|=)?\s*(?:python-?|cpython-?)?(?<release>\d+(?:\.\d+)*)(?<wild>\.\*)?/i.exec(
      clause,
    );
  if (parsed === null) return clause === '*';
  const release = numbers(parsed.groups?.['release'] ?? '');
  const atCycle = (parts: readonly number[]) => compare(version.cycle, parts.slice(0, 2));
  switch (parsed.groups?.['operator'] ?? '==') {
    case '>=':
      return compare(version.patch, release) >= 0 || atCycle(release) === 0;
    case '>':
      return compare(version.patch, release) > 0 && !(release.length < 3 && atCycle(release) === 0);
    case '<=':
      return atCycle(release) <= 0;
    case '<':
      return compare(version.patch, release) < 0;
    case '!=':
      return release.length > 2 || atCycle(release) !== 0;
    case '^':
      return release[0] === numbers(version.cycle)[0] && compare(version.patch, release) >= 0;
    case '~=':
      return release.length <= 2
        ? release[0] === numbers(version.cycle)[0] && compare(version.patch, release) >= 0
        : atCycle(release) === 0;
    default:
      return release.length === 1 ? release[0] === numbers(version.cycle)[0] : atCycle(release) === 0;
  }
}

function sameCycle(version: Version, stated: string): boolean {
  return compare(version.cycle, numbers(stated).slice(0, 2)) === 0;
}

/** The oldest offered version that is newer than what is stated, one that still gets fixes where there is one. */
function nearestSupported(
  language: LanguageEntry,
  offered: readonly Version[],
  stated: string,
): Version | undefined {
  const wanted = numbers(stated);
  const newer = [...offered]
    .reverse()
    .filter((version) => wanted.length > 0 && compare(version.patch, wanted) > 0);
  return newer.find((version) => isSupported(language, version)) ?? newer[0];
}

function isSupported({ asOf }: LanguageEntry, { endOfLife }: Version): boolean {
  return endOfLife === null || endOfLife > asOf;
}

function ended(language: LanguageEntry, version: Version, stated: Fact<string>): Warning[] {
  if (isSupported(language, version)) return [];
  const next = nearestSupported(language, language.versions, version.cycle);
  const message = `${language.title} ${version.cycle} has had no security fixes since ${version.endOfLife}: move to ${next?.cycle ?? 'a later version'}`;
  return [{ code: 'BI102', message, source: stated.source }];
}

function outOfRange(language: LanguageEntry, taken: Version, stated: Fact<string>): Warning {
  const cycle = numbers(stated.value).slice(0, taken.cycle.split('.').length).join('.');
  const retired = language.retired.find((entry) => entry.cycle === cycle);
  const why = retired?.endOfLife
    ? `${language.title} ${cycle} has had no security fixes since ${retired.endOfLife}`
    : `no image here carries ${language.title} ${stated.value}`;
  return {
    code: 'BI102',
    message: `${why}: ${language.title} ${taken.cycle} is taken, test with it`,
    source: stated.source,
  };
}

/** The numbers of a version, at most three: `>=3.11,<4` gives 3, 11. */
function numbers(text: string): number[] {
  return (/\d+(?:\.\d+){0,2}/.exec(text)?.[0] ?? '').split('.').filter(Boolean).map(Number);
}

/** Compares as many parts as the shorter one has. */
function compare(version: string, wanted: readonly number[]): number {
  const parts = numbers(version);
  for (let at = 0; at < Math.min(parts.length, wanted.length); at++) {
    const difference = (parts[at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
