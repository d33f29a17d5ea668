import { answers } from './checks/answers.js';
import { buildContext } from './checks/build-context.js';
import { buildWarnings } from './checks/build-warnings.js';
import { compose } from './checks/compose.js';
import { debugTarget } from './checks/debug-target.js';
import { health } from './checks/health.js';
import type { Check, Image } from './checks/image.js';
import { noCanary } from './checks/no-canary.js';
import { numericUser } from './checks/numeric-user.js';
import { onlyWhatRuns } from './checks/only-what-runs.js';
import { rebuild } from './checks/rebuild.js';
import { size } from './checks/size.js';
import { stages } from './checks/stages.js';
import { stop } from './checks/stop.js';
import type { Cell } from './cells.js';
import { buildFrom, removeImages } from './engine.js';
import { readContent } from './image-content.js';
import { imageSize } from './image-size.js';
import { makeProject } from './project.js';
import { mendStandIn } from './stand-ins.js';

/** What was measured. Times in seconds; the build without any layer's cache, though with what package managers keep. */
export interface Figures {
  readonly megabytes: number;
  readonly build: number;
  readonly rebuild: number;
  readonly stop: number;
}

/** A cell after it was tried: proven where `findings` is empty. */
export interface Proof {
  readonly cell: Cell;
  readonly findings: readonly string[];
  /** Null where it did not come so far. */
  readonly figures: Figures | null;
}

const checks: readonly Check[] = [
  buildWarnings,
  numericUser,
  onlyWhatRuns,
  noCanary,
  buildContext,
  stages,
  size,
  answers,
  debugTarget,
  health,
  compose,
];

/** Generates, builds and runs a cell and tries everything on it. Never throws: what goes wrong is a finding. */
export async function proveCell(cell: Cell): Promise<Proof> {
  const tag = `baseimage-proof:${cell.app.name}-${cell.base}`;
  try {
    return await prove(cell, tag);
  } catch (error) {
    return { cell, findings: [error instanceof Error ? error.message : String(error)], figures: null };
  } finally {
    await removeImages([tag, `${tag}-again`]);
  }
}

async function prove(cell: Cell, tag: string): Promise<Proof> {
  const { images, ...project } = await makeProject(cell);
  const { run: base } = images;
  for (const name of [...images.build, base]) await mendStandIn(name);
  const built = await buildFrom(project, '--no-cache', `--tag=${tag}`);
  const image: Image = { cell, tag, ...project, base, content: await readContent(tag, base) };
  const findings: string[] = [];
  for (const check of checks) findings.push(...(await check(image)));
  const stopped = await stop(image);
  const rebuilt = await rebuild(image);
  findings.push(...stopped.findings, ...rebuilt.findings);
  const megabytes = (await imageSize(tag)) / 1e6;
  return {
    cell,
    findings,
    figures: { megabytes, build: built.seconds, rebuild: rebuilt.seconds, stop: stopped.seconds },
  };
}
