import semver from 'semver';
import type { Fact, Warning } from '../../fact.js';
import { anyNodeCaredFor, nodeLineNamed } from '../../node-lines.js';
import { valueAt } from '../../project/parsed.js';
import { miseVersion, toolVersion, versionFile } from '../pinned-tool.js';
import { frameworkOf } from './framework.js';
import { moonNode } from './moon.js';
import type { NodeApp } from './node-app.js';
import { isObject } from './manifest.js';

export interface StatedVersion {
  readonly version: Fact<string> | null;
  readonly warnings: readonly Warning[];
}

/**
 * Places that state Node's version, in order of precedence: first what developers really run (one exact
 * version as a rule), then what the package says it can run on.
 */
const places: readonly ((app: NodeApp) => Fact<string> | null)[] = [
  ({ project }) => versionFile(project, '.nvmrc'),
  ({ project }) => versionFile(project, '.node-version'),
  ({ manifest }) => manifest.string('volta', 'node'),
  ({ project }) => toolVersion(project, 'nodejs', 'node'),
  ({ project }) => miseVersion(project, 'mise.toml', 'node', 'nodejs'),
  ({ project }) => miseVersion(project, '.mise.toml', 'node', 'nodejs'),
  ({ project }) => miseVersion(project, '.config/mise.toml', 'node', 'nodejs'),
  moonNode,
  ({ manifest }) => runtimeVersion(manifest),
  ({ manifest }) => manifest.string('engines', 'node'),
];

/** Characters. Ranges of real projects have a dozen. */
const longestRange = 200;

/** Words of version managers that mean "whatever is current": any version will do. */
const anyVersion = /^(?:lts(?:\/(?:\*|latest|-\d+))?|node|latest|current|stable|system|\*|x)$/i;

/**
 * The version as a SemVer range (`20`, `>=20`, `22.x`, `*`), with a warning where two places contradict
 * each other and where one of them can't be understood.
 */
export function nodeVersion(app: NodeApp): StatedVersion {
  const stated = places.map((place) => place(app)).filter((fact) => fact !== null);
  const understood = stated.flatMap((fact) => {
    const value = normalised(fact.value);
    return value === null ? [] : [{ value, source: fact.source }];
  });
  const version = understood[0] ?? frameworkEngine(app);
  return { version, warnings: [...unclear(stated), ...contradictions(version, understood.slice(1))] };
}

/** `devEngines.runtime`: one object or a list of them. */
export function runtimeVersion(manifest: NodeApp['manifest']): Fact<string> | null {
  const runtime = manifest.get('devEngines', 'runtime');
  if (Array.isArray(runtime?.value)) {
    const index = runtime.value.findIndex((entry: unknown) => isObject(entry) && entry['name'] === 'node');
    return index === -1 ? null : manifest.string('devEngines', 'runtime', String(index), 'version');
  }
  return valueAt(runtime?.value, ['name']) === 'node'
    ? manifest.string('devEngines', 'runtime', 'version')
    : null;
}

/** What the locked release of the app's framework runs on, where the app itself says nothing. */
function frameworkEngine(app: NodeApp): Fact<string> | null {
  const name = frameworkOf(app)?.framework.dependency;
  const lock = name === undefined ? null : app.project.json('package-lock.json');
  const engine = lock?.string('packages', `node_modules/${name}`, 'engines', 'node') ?? null;
  const value = engine && normalised(engine.value);
  // That any release will do that is still cared for is no statement.
  if (!engine || !value || semver.subset(anyNodeCaredFor(), value)) return null;
  return { value, source: engine.source };
}

function normalised(text: string): string | null {
  if (text.length > longestRange) return null;
  if (anyVersion.test(text)) return '*';
  const line = nodeLineNamed(text);
  if (line !== null) return line;
  const plain = text.replace(/^v(?=\d)/i, '');
  return semver.validRange(plain) === null ? null : plain;
}

function unclear(stated: readonly Fact<string>[]): Warning[] {
  return stated
    .filter((fact) => normalised(fact.value) === null)
    .map((fact) => ({
      code: 'BI140',
      message: `${JSON.stringify(fact.value.slice(0, 60))} is no Node.js version that is understood: write a version or a range, like 24 or >=22`,
      source: fact.source,
    }));
}

function contradictions(winner: Fact<string> | null, others: readonly Fact<string>[]): Warning[] {
  if (!winner) return [];
  return others
    .filter((other) => !semver.intersects(winner.value, other.value))
    .map((other) => ({
      code: 'BI141',
      message: `${winner.source} says Node.js ${winner.value}, ${other.source} says ${other.value}: ${winner.source} is taken`,
      source: other.source,
    }));
}
