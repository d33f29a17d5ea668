import type { Fact } from '../../fact.js';
import type { LockedPackage } from './locked.js';
import { pythonPackages, rowOf } from './native-packages.js';
import type { OwnExtension } from './own-extension.js';
import type { Requirement } from './requirement.js';
import { currentPython, oldestPython, wheelReach } from './wheel-reach.js';

/** What the dependencies ask of the system they are installed on. */
export interface NativeNeeds {
  readonly nativeCode: Fact<boolean>;
  /** Null where a package is compiled: whether that works on musl can't be told. */
  readonly needsGlibc: Fact<boolean> | null;
  /** Libraries and tools that pip does not bring, each once. */
  readonly systemPackages: readonly Fact<string>[];
}

type Build = 'pure' | 'musl' | 'glibc' | 'source';

/** A dependency as it will be installed. */
interface Installed {
  readonly name: string;
  /** `==2.1.3`, `<2`; empty where any release will do. */
  readonly specifier: string;
  readonly files: readonly string[];
  readonly fromGit: boolean;
  readonly withoutWheel?: boolean;
  readonly source: string;
}

/**
 * Judges by the wheels that the lock file lists, else by a table of known packages. `manifest` is the source
 * of a no. A package that neither knows says nothing for glibc. `minor`: of the Python that the project asks for
 * (12 for 3.12), null where it leaves a choice. `own`: what installing the project itself compiles.
 */
export function nativeNeeds(
  locked: readonly LockedPackage[],
  declared: readonly Requirement[],
  manifest: string,
  minor: number | null,
  own: OwnExtension | null,
): NativeNeeds {
  const installed = locked.length > 0 ? locked.map(asLocked) : declared.flatMap(asInstalled);
  const names = new Set(installed.map(({ name }) => name));
  const builds = installed.map((item) => ({ item, build: buildOf(item, minor) }));
  const first = (build: Build): Fact<boolean> | null => {
    const found = builds.find((candidate) => candidate.build === build);
    return found ? { value: true, source: found.item.source } : null;
  };
  const no = { value: false, source: manifest };
  const compiled = first('source') ?? (own && { value: true, source: own.source });
  return {
    nativeCode: compiled ?? no,
    needsGlibc: first('glibc') ?? (compiled === null ? no : null),
    systemPackages: onceEach([
      ...builds.flatMap(({ item, build }) => needsOf(item, build, names)),
      ...(own?.needs ?? []),
    ]),
  };
}

function asLocked({ version, ...item }: LockedPackage): Installed {
  return { ...item, specifier: version === null ? '' : `==${version}` };
}

/** An extra may be a package of its own: `psycopg[binary]` installs psycopg-binary; and some bring others with them. */
function asInstalled({
  name,
  extras,
  specifier,
  fromGit,
  withoutWheel = false,
  source,
}: Requirement): Installed[] {
  const own = { name, specifier, files: [], fromGit, withoutWheel, source };
  const parts = extras.filter((extra) => wheelReach(`${name}-${extra}`, '') !== null);
  const brought = rowOf(pythonPackages().brings, name) ?? [];
  return [
    own,
    ...parts.map((extra) => ({ ...own, name: `${name}-${extra}` })),
    ...brought.map((other) => ({ ...own, name: other, specifier: '', withoutWheel: false })),
  ];
}

function buildOf({ name, specifier, files, withoutWheel }: Installed, minor: number | null): Build {
  if (pythonPackages().optionallyCompiled.includes(name)) return 'pure';
  if (files.length > 0) return buildByFiles(files);
  const build = buildByTable(name, specifier, minor);
  return withoutWheel && build !== 'pure' ? 'source' : build;
}

/** https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ */
function buildByFiles(files: readonly string[]): Build {
  if (files.some((file) => file.endsWith('-none-any.whl'))) return 'pure';
  if (files.some((file) => /[.-]musllinux_/.test(file))) return 'musl';
  if (!files.some((file) => /[.-](?:manylinux|linux_)[\w.]*\.whl$/.test(file))) return 'source';
  // An archive beside the wheels is no way to musl: nobody publishes that build.
  return 'glibc';
}

function buildByTable(name: string, specifier: string, minor: number | null): Build {
  const reach = wheelReach(name, specifier);
  if (reach === null) return 'pure';
  if (reach.glibc < (minor ?? oldestPython())) return 'source';
  // Where the project leaves the choice, the newest Python that has wheels is taken.
  return reach.musl >= (minor ?? Math.min(reach.glibc, currentPython())) ? 'musl' : 'glibc';
}

function needsOf(
  { name, fromGit, source }: Installed,
  build: Build,
  names: ReadonlySet<string>,
): Fact<string>[] {
  const { compiled, libraryUsers } = pythonPackages();
  const native = rowOf(compiled, name);
  // psycopg has its library from psycopg-binary or psycopg-c where one is there.
  const ownLibrary = ['binary', 'c'].some((part) => names.has(`${name}-${part}`));
  const needs = [
    ...(native?.needs ?? []),
    ...(build === 'source' ? (native?.sourceNeeds ?? []) : []),
    ...(ownLibrary ? [] : (rowOf(libraryUsers, name) ?? [])),
    ...(fromGit ? ['git-source'] : []),
  ];
  return needs.map((value) => ({ value, source }));
}

function onceEach(facts: readonly Fact<string>[]): Fact<string>[] {
  return facts.filter((fact, index) => facts.findIndex(({ value }) => value === fact.value) === index);
}
