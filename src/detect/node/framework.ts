import type { Fact, Warning } from '../../fact.js';
import { platformStart } from '../platform/platform-start.js';
import { majorOf } from './bringer.js';
import type { Framework } from './framework-entry.js';
import { frameworks } from './frameworks.js';
import type { NodeApp } from './node-app.js';
import type { NxBuild } from './nx.js';

/** A framework that the app uses, and the line that names it. */
export interface FoundFramework {
  readonly framework: Framework;
  readonly fact: Fact<string>;
}

/** The app's framework, null where it uses none that is known. */
export function frameworkOf(app: NodeApp): FoundFramework | null {
  const { manifest } = app;
  if (app.nx) return nxFramework(app, app.nx);
  for (const framework of frameworks) {
    if (framework.documents && startsSomethingElse(app, framework)) continue;
    const needed = manifest.dependency(framework.dependency);
    const named = needed ?? (framework.builds ? manifest.devDependency(framework.dependency) : null);
    if (named && !isOtherRelease(app, framework))
      return { framework, fact: { value: framework.id, source: named.source } };
  }
  return null;
}

function isOtherRelease({ manifest }: NodeApp, { dependency, before, unless }: Framework): boolean {
  const brings = (name: string) => manifest.dependency(name) ?? manifest.devDependency(name);
  return (
    (before !== undefined && majorOf({ manifest }, dependency) >= before) ||
    (unless !== undefined && brings(unless) !== null)
  );
}

/** The root's packages are those of all projects: what is built, or what the program imports, tells whose they are. */
function nxFramework({ project, manifest }: NodeApp, nx: NxBuild): FoundFramework | null {
  const source = nx.main === null ? null : project.read(nx.main);
  for (const framework of frameworks) {
    const { id, dependency, builds } = framework;
    const imported = `['"]${dependency}['"]`;
    if (nx.framework === id) return { framework, fact: { value: id, source: nx.stated.source } };
    if (nx.framework !== null || builds || !source || !manifest.dependency(dependency)) continue;
    const found = new RegExp(imported).exec(source.text);
    if (found) return { framework, fact: source.fact(id, found.index) };
  }
  return null;
}

export function frameworkWarnings(found: FoundFramework | null): Warning[] {
  const caution = found?.framework.caution;
  return found && caution !== undefined
    ? [{ code: 'BI152', message: caution, source: found.fact.source }]
    : [];
}

/** Scripts and files that start a program: documents are then written beside it. */
function startsSomethingElse({ manifest, project, asked }: NodeApp, { id, builtBy }: Framework): boolean {
  const scripts = ['start', 'start:prod', 'serve', 'server', 'dev', 'build'].flatMap(
    (name) => manifest.script(name) ?? [],
  );
  const builds = Object.values(manifest.scripts).some((script) => builtBy?.test(script));
  const others = scripts.filter(({ value }) => !value.includes(id));
  return !builds || others.length > 0 || asked !== null || platformStart(project, 'node') !== null;
}
