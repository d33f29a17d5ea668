import semver from 'semver';
import type { Fact, Warning } from '../../fact.js';
import { readCatalogue } from '../../read-catalogue.js';
import type { NodeApp } from './node-app.js';
import type { StatedVersion } from './version.js';

/** `catalogue/node-addon-faults.json`, which says what each part means. */
interface FaultTable {
  readonly packages: Readonly<Record<string, Fault>>;
}

interface Fault {
  readonly before: string;
  readonly node: string;
  readonly instead: string;
  readonly broughtBy: readonly string[];
}

/** An add-on of a release that ends the program on some releases of Node.js. */
interface Found extends Fault {
  readonly name: string;
  /** Who asks for it, and how: `better-sqlite3 ^12.8.0`, `@prisma/adapter-better-sqlite3 ^7.0.0`. */
  readonly asked: Fact<string>;
}

/** The version that was stated, or where that leaves the choice the line on which the app's add-ons run; told either way. */
export function withoutFaults(app: NodeApp, stated: StatedVersion): StatedVersion {
  const found = faultOf(app);
  if (found === null || !semver.intersects(stated.version?.value ?? '*', found.node)) return stated;
  const asked = stated.version?.value ?? '*';
  const leaves = semver.intersects(asked, `${found.instead}.x`);
  const version = leaves ? { value: found.instead, source: found.asked.source } : stated.version;
  return { version, warnings: [...stated.warnings, told(found, leaves)] };
}

function faultOf({ manifest, membership }: NodeApp): Found | null {
  const manifests = [manifest, ...(membership?.needed ?? []).map((member) => member.manifest)];
  const askedFor = (name: string) =>
    manifests.map((one) => one.dependency(name)).find((fact) => fact !== null) ?? null;
  const { packages } = readCatalogue<FaultTable>('node-addon-faults.json');
  for (const [name, fault] of Object.entries(packages)) {
    const range = askedFor(name);
    if (range && semver.validRange(range.value) && !semver.intersects(range.value, `>=${fault.before}`))
      return { ...fault, name, asked: { value: `${name} ${range.value}`, source: range.source } };
    const bringer = range === null ? fault.broughtBy.find((other) => askedFor(other) !== null) : undefined;
    if (bringer !== undefined)
      return { ...fault, name, asked: { value: `${name} of ${bringer}`, source: askedFor(bringer)!.source } };
  }
  return null;
}

function told({ name, asked, before, node, instead }: Found, leaves: boolean): Warning {
  const remedy = leaves
    ? `Node.js ${instead} is taken; with ${name} ${before} any will do`
    : `update to ${name} ${before}, or let the project run on Node.js ${instead}`;
  const message = `${asked.value} ends the program on Node.js ${node}: ${remedy}`;
  return { code: 'BI192', message, source: asked.source };
}
