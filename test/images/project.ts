import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBase } from '../../src/catalogue/catalogue.js';
import { packageRoot } from '../../src/package-root.js';
import type { Plan } from '../../src/plan/plan.js';
import type { App } from './apps.js';
import { releaseCanaries } from './canaries.js';
import type { Cell } from './cells.js';
import { must, type Built } from './engine.js';
import { makeLockFile } from './lock-files.js';

export const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url));

/** Apps with their lock files, made once a run. */
const finished = new Map<string, string>();

export interface Project extends Built {
  /** What its Dockerfile starts from. */
  readonly images: Plan['images'];
}

/** A copy of the cell's app with canaries, and beside them what `baseimage --yes --base …` wrote, with more flags where they are given. */
export async function makeProject(cell: Cell, ...flags: readonly string[]): Promise<Project> {
  const folder = join(temporaryFolder(), cell.app.name);
  cpSync(await finishedApp(cell.app), folder, { recursive: true });
  releaseCanaries(folder, cell.app.members ?? []);
  const { out } = await must([
    process.execPath,
    bin,
    folder,
    '--yes',
    '--json',
    `--base=${cell.base}`,
    ...(cell.app.app === undefined ? [] : [`--app=${cell.app.app}`]),
    ...libcAnswer(cell),
    ...flags,
  ]);
  const dockerfile = join(folder, cell.app.app ?? '', 'Dockerfile');
  return { folder, dockerfile, images: JSON.parse(out).images };
}

/** Native code is taken to need glibc until somebody says that it does not. */
function libcAnswer({ app, base }: Cell): string[] {
  return app.native && loadBase(base).libc === 'musl' ? ['--no-glibc'] : [];
}

async function finishedApp(app: App): Promise<string> {
  const known = finished.get(app.name);
  if (known !== undefined) return known;
  const folder = join(temporaryFolder(), app.name);
  mkdirSync(folder);
  app.folders.forEach((name, at) => {
    cpSync(join(packageRoot(), 'test/fixtures/apps', name), folder, { recursive: true });
    if (at === 0) for (const path of app.without) rmSync(join(folder, path));
  });
  await makeLockFile(app.packageManager, folder);
  finished.set(app.name, folder);
  return folder;
}

/** Changes one line of one source, as a developer does all day, each time into what no build has seen. */
export function changeOneLine(app: App, folder: string): void {
  const path = join(folder, app.source);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/hello( [\w-]+)?/, `hello ${randomUUID()}`));
}

const made: string[] = [];

/** A folder that is gone when the tests end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'images-'));
  made.push(folder);
  return folder;
}

export function removeProjects(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
