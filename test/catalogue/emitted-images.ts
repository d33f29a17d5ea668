import {
  loadBase,
  loadBases,
  loadCompanions,
  loadLanguage,
  loadPackageManagers,
  loadPipelineImages,
  type Cell,
  type LanguageEntry,
} from '../../src/catalogue/catalogue.js';
import { fillCell, nativeCell } from '../../src/catalogue/fill.js';
import { baseIds, type BaseId } from '../../src/decide/decision.js';
import type { LanguageId } from '../../src/detect/facts.js';
import { installers } from '../../src/plan/installers.js';

export const languageIds: readonly LanguageId[] = ['bun', 'deno', 'go', 'node', 'python'];

/** One way to build and run: `node 24 on alpine, native`. */
export interface EmittedCell {
  readonly name: string;
  readonly base: BaseId;
  readonly native: boolean;
  readonly cell: Cell;
}

/** Every language on every base in every version that it offers there, with native code and without. */
export function emittedCells(): EmittedCell[] {
  const own = languageIds.map(loadLanguage).map((language) => ({ language, runs: language }));
  // Finished pages: Node.js builds them, and a web server shows them.
  const pages = { language: loadLanguage('node'), runs: loadLanguage('static') };
  return [...own, pages].flatMap((pair) => baseIds.flatMap((base) => cellsOf(pair, base)));
}

/** A language that builds, and whose cells tell what runs: its own, or a web server's. */
interface Pair {
  readonly language: LanguageEntry;
  readonly runs: LanguageEntry;
}

function cellsOf({ language, runs }: Pair, base: BaseId): EmittedCell[] {
  const plain = runs.bases[base];
  if (plain === undefined) return [];
  const offered = language.versions.filter(({ cycle }) => plain.cycles?.includes(cycle) ?? true);
  return offered.flatMap((version) =>
    [plain, nativeCell(plain)].flatMap((cell, at) => {
      if (cell === null) return [];
      const native = at === 1;
      const served = runs === language ? '' : ', pages';
      const name = `${language.id} ${version.cycle} on ${base}${served}${native ? ', native' : ''}`;
      return [{ name, base, native, cell: fillCell(cell, version, loadBase(base)) }];
    }),
  );
}

/** Every image reference that can stand in a Dockerfile or a pipeline of ours, with where it comes from. */
export function emittedImages(): Map<string, string> {
  const tools = loadLanguage('python').versions.map(({ patch }) => `python:${patch}-slim-trixie`);
  const images: [image: string, from: string][] = [
    ...emittedCells().flatMap(({ name, cell }) =>
      [cell.build, cell.run].map((image): [string, string] => [image, name]),
    ),
    ...tools.map((image): [string, string] => [image, "Python's package managers"]),
    ...bunImages().map((image): [string, string] => [image, 'bun']),
    ...loadBases().map(({ id, image }): [string, string] => [image, id]),
    ...Object.entries({ ...loadCompanions(), ...loadPipelineImages() }).map(
      ([name, { image }]): [string, string] => [image, name],
    ),
  ];
  return new Map(images);
}

function bunImages(): string[] {
  const version = loadPackageManagers().versions['bun'] ?? '';
  const input = { lock: 'fits', focuses: true, version, development: false, bringsYarn: true, home: '/root' };
  return [true, false].flatMap(
    (alpine) => installers.bun({ ...input, lock: 'fits', alpine }).companion?.image ?? [],
  );
}
