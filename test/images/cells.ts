import { loadLanguage } from '../../src/catalogue/catalogue.js';
import { baseIds, type BaseId } from '../../src/decide/decision.js';
import { apps, type App } from './apps.js';

/** One app on one base: an image to build and to prove. */
export interface Cell {
  readonly app: App;
  readonly base: BaseId;
}

/** `go-chi on scratch`. */
export function nameOf({ app, base }: Cell): string {
  return `${app.name} on ${base}`;
}

/** Every cell that the catalogue says can be built. */
export function allCells(): Cell[] {
  return apps.flatMap((app) => basesOf(app).map((base) => ({ app, base })));
}

function basesOf(app: App): readonly BaseId[] {
  if (app.bases !== 'all') return app.bases;
  const { bases } = loadLanguage(app.language);
  return baseIds.filter((base) => {
    const cell = bases[base];
    return cell !== undefined && (!app.native || cell.native !== undefined);
  });
}

/** Each language, each base and each kind of start once: what a change is tried with. */
const everyday: readonly (readonly [app: string, base: BaseId])[] = [
  ['bun-hono', 'alpine'],
  ['deno-npm', 'debian-slim'],
  ['go-chi', 'scratch'],
  ['go-chi', 'ubi-micro'],
  ['go-sqlite', 'distroless'],
  ['node-express', 'debian-slim'],
  ['node-express', 'alpine'],
  ['node-express', 'ubuntu'],
  ['node-express', 'ubi-init'],
  ['node-typescript', 'distroless'],
  ['node-typescript', 'ubi-minimal'],
  ['node-native', 'debian'],
  ['node-workspace', 'debian-slim'],
  ['python-fastapi', 'chainguard'],
  ['python-flask', 'wolfi'],
  ['python-flask', 'ubi'],
  ['python-django', 'debian-slim'],
  ['static-pages', 'alpine'],
];

export function everydayCells(): Cell[] {
  return everyday.map(([name, base]) => {
    const cell = allCells().find(({ app, base: other }) => app.name === name && other === base);
    if (cell === undefined) throw new Error(`${name} on ${base} is no cell of the catalogue`);
    return cell;
  });
}
