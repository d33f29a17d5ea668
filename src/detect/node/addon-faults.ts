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
}

/** A dependency of a release that ends the program on some releases of Node.js. */
interface Found extends Fault {
  readonly name: string;
  readonly range: Fact<string>;
}

/** The version that was stated, or where that leaves the choice the line on which the app's add-ons run; told either way. */
export function withoutFaults(app: NodeApp, stated: StatedVersion): StatedVersion {
  const found = faultOf(app);
  if (found === null || !semver.intersects(stated.version?.value ?? '*', found.node)) return stated;
  const asked = stated.version?.value ?? '*';
  const leaves = semver.intersects(asked, `${found.instead}.x`);
  const version = leaves ? { value: found.instead, source: found.range.source } : stated.version;
  return { version, warnings: [...stated.warnings, told(found, leaves)] };
}

function faultOf({ manifest, membership }: NodeApp): Found | null {
  const manifests = [manifest, ...(membership?.needed ?? []).map((member) => member.manifest)];
  const { packages } = readCatalogue<FaultTable>('node-addon-faults.json');
  for (const [name, fault] of Object.entries(packages)) {
    const range = manifests.map((one) => one.dependency(name)).find((fact) => fact !== null);
    if (range && semver.validRange(range.value) && !semver.intersects(range.value, `>=${fault.before}`))
      return { ...fault, name, range };
  }
  return null;
}

function told({ name, range, before, node, instead }: Found, leaves: boolean): Warning {
  const remedy = leaves
    ? `Node.js ${instead} is taken; with ${name} ${before} any will do`
    : `update to ${name} ${before}, or let the project run on Node.js ${instead}`;
  const message = `${name} ${range.value} ends the program on Node.js ${node}: ${remedy}`;
  return { code: 'BI192', message, source: range.source };
}
