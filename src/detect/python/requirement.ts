import type { Fact } from '../../fact.js';
import { normalizedName } from './name.js';

/** A dependency as the project declares it. https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
export interface Requirement {
  readonly name: string;
  readonly extras: readonly string[];
  /** Which versions are allowed: `==1.2.3`, `>=1,<2`, `^1.2` of Poetry; empty where any is. */
  readonly specifier: string;
  /** Is it fetched from a version control system? */
  readonly fromGit: boolean;
  /** Is it compiled though there may be a wheel? Absent: it isn't. */
  readonly withoutWheel?: boolean;
  readonly source: string;
}

const pattern = /^([A-Za-z0-9][A-Za-z0-9._-]{0,200})[ \t]*(?:\[([^\]]{0,400})\])?[ \t]*([^;]*)(?:;(.*))?$/;

/** Markers that keep a dependency out of a Linux image. */
const elsewhere =
  /(?:sys_platform|platform_system|os_name)\s*==\s*["'](?:win32|Windows|darwin|Darwin|nt|cygwin)["']/;

/** Reads one requirement; null where it is none, or none for Linux. */
export function requirement({ value, source }: Fact<string>): Requirement | null {
  const found = pattern.exec(value.trim());
  if (!found || elsewhere.test(found[4] ?? '')) return null;
  const [, name, extras, constraint = ''] = found;
  return {
    name: normalizedName(name!),
    extras: (extras ?? '')
      .split(',')
      .map((extra) => extra.trim().toLowerCase())
      .filter(Boolean),
    specifier: specifierOf(constraint),
    fromGit: /^@\s*git\+/.test(constraint),
    source,
  };
}

/** Without a URL, hashes and what continues the line. */
function specifierOf(constraint: string): string {
  return constraint.startsWith('@') ? '' : constraint.replace(/\s*(?:--hash.*|\\)?\s*$/, '').trim();
}

/** `==1.2.3` and `===1.2.3` allow one version, `==1.2.*` and ranges do not. */
export function pinnedVersion(constraint: string): string | null {
  return /^\(?={2,3}\s*([0-9][\w.!+-]*)\)?\s*(?:--hash.*|\\)?$/.exec(constraint.trim())?.[1] ?? null;
}
