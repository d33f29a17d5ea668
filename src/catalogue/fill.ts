import type { BaseId } from '../decide/decision.js';
import type { LanguageId } from '../detect/facts.js';
import { loadBase, loadLanguage, type BaseEntry, type Cell, type Version } from './catalogue.js';

/** The cell of a project that needs a C compiler; null where such a project can't be built on this base. */
export function nativeCell(cell: Cell): Cell | null {
  return cell.native === undefined ? null : { ...cell, ...cell.native };
}

/** The cell with its placeholders filled in: `{patch}`, `{cycle}`, `{digits}` (3.12 → 312), `{base}`. */
export function fillCell(cell: Cell, version: Version, base: BaseEntry): Cell {
  const values: Record<string, string> = {
    patch: version.patch,
    cycle: version.cycle,
    digits: version.cycle.replace('.', ''),
    base: base.image,
  };
  const filled = JSON.stringify(cell).replace(
    /\{(patch|cycle|digits|base)\}/g,
    (_, name: string) => values[name] ?? '',
  );
  return JSON.parse(filled) as Cell;
}

/** The image that builds a language on a base, in an exact version: what its tools run in where the app is built from another image. */
export function buildImage(id: LanguageId, base: BaseId, patch: string): string {
  const cell = loadLanguage(id).bases[base];
  if (cell === undefined) throw new Error(`catalogue: ${id} has no cell for ${base}`);
  return fillCell(cell, { cycle: patch, patch, endOfLife: null }, loadBase(base)).build;
}
