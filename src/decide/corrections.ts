import type { Candidate, Rule, Verdict } from './rule.js';
import { libcMissing } from './rules/libc-missing.js';
import { libraryFromElsewhere } from './rules/library-from-elsewhere.js';
import { noCell } from './rules/no-cell.js';
import { noCompiler } from './rules/no-compiler.js';
import { noMuslBuild } from './rules/no-musl-build.js';
import { redHatRequired } from './rules/red-hat-required.js';
import { shellWanted } from './rules/shell-wanted.js';
import { systemPackageMissing } from './rules/system-package-missing.js';
import { versionMissing } from './rules/version-missing.js';

/** Every correction, the weightiest first: the first that rejects gives the reason that people see. */
export const corrections: readonly Rule[] = [
  noCell,
  redHatRequired,
  shellWanted,
  libcMissing,
  noMuslBuild,
  versionMissing,
  systemPackageMissing,
  libraryFromElsewhere,
  noCompiler,
];

/** The first correction that rules a base out, null where it may be taken. */
export function firstObjection(candidate: Candidate): (Verdict & { readonly code: string }) | null {
  for (const rule of corrections) {
    const verdict = rule.rejects(candidate);
    if (verdict !== null) return { ...verdict, code: rule.code };
  }
  return null;
}
