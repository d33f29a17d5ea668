import type { Fact } from '../../fact.js';
import { addons, addonTools, type Addon } from './addons.js';
import { lockGraph, reached, type LockGraph } from './lock-graph.js';
import type { NodeApp } from './node-app.js';
import type { Member } from './workspace.js';

export interface Native {
  /** May installing it run a C compiler? */
  readonly nativeCode: Fact<boolean>;
  /** True where a musl base would fail, null where an add-on is used of which that isn't known. */
  readonly needsGlibc: Fact<boolean> | null;
}

/** What the dependencies of a production install say about compilers and C libraries; `members`: those that a workspace's root runs with. */
export function nativeOf(app: NodeApp, lockFile: string | null, members: readonly Member[] = []): Native {
  const graph = lockGraph(app.membership?.root ?? app.project, lockFile);
  const dependencies = [
    ...app.manifest.dependencies,
    ...[...(app.membership?.needed ?? []), ...members].flatMap(({ manifest }) => manifest.dependencies),
  ];
  const names = graph ? [...reached(graph, dependencies)] : dependencies;
  const known = names
    .filter((name) => Object.hasOwn(addons, name))
    .map((name) => ({ name, addon: addons[name] as Addon }));
  const compiling =
    known.find(({ addon }) => addon.compiles !== 'never')?.name ??
    names.find((name) => isCompiled(graph, name));
  const glibcOnly =
    known.find(({ addon }) => addon.musl === 'no')?.name ?? names.find((name) => lacksMuslTwin(graph, name));
  const unsettled = known.some(({ addon }) => addon.musl === 'unknown');
  return {
    nativeCode: compiling === undefined ? nothing(app) : stated(app, graph, compiling),
    needsGlibc: glibcOnly !== undefined ? stated(app, graph, glibcOnly) : unsettled ? null : nothing(app),
  };
}

function nothing({ manifest, place }: NodeApp): Fact<boolean> {
  return { value: false, source: manifest.exists ? place('package.json') : 'default: no dependencies' };
}

/** The line of package.json that names the package, else the lock file's. */
function stated({ manifest, place }: NodeApp, graph: LockGraph | null, name: string): Fact<boolean> {
  const direct = manifest.dependency(name);
  if (direct) return { value: true, source: direct.source };
  const locked = graph?.packages.get(name);
  const offset = locked?.offset ?? graph?.file.text.indexOf(`"node_modules/${name}"`) ?? -1;
  return graph
    ? graph.file.fact(true, offset < 0 ? undefined : offset)
    : { value: true, source: place('package.json') };
}

/** An install script and a tool that compiles: an add-on that the table doesn't know. */
function isCompiled(graph: LockGraph | null, name: string): boolean {
  const locked = graph?.packages.get(name);
  if (!locked?.hasInstallScript || Object.hasOwn(addons, name)) return false;
  // One optional package for each platform: its machine code is published ready.
  if ([...locked.optionalDependencies].some((dependency) => dependency.includes('linux'))) return false;
  return [...locked.dependencies, ...locked.optionalDependencies].some((dependency) =>
    addonTools.has(dependency),
  );
}

/** Its machine code comes as one optional package for each platform, and there is one for glibc but none for musl. */
function lacksMuslTwin(graph: LockGraph | null, name: string): boolean {
  const platforms = [...(graph?.packages.get(name)?.optionalDependencies ?? [])];
  return (
    platforms.some((platform) => /linux.*(gnu|glibc)/.test(platform)) &&
    !platforms.some((platform) => platform.includes('musl'))
  );
}
