import { docker } from '../engine.js';
import { hardened, withContainer } from '../container.js';
import type { Image } from './image.js';

/** SIGTERM ends it at once: how many seconds it takes, and what is wrong with how it ends. */
export async function stop({ cell, tag }: Image): Promise<{ seconds: number; findings: string[] }> {
  const { port } = cell.app;
  return await withContainer(tag, { port, flags: hardened }, async ({ id }) => {
    const started = performance.now();
    await docker('stop', '--time=10', id);
    const seconds = (performance.now() - started) / 1000;
    const status = await docker('inspect', '--format={{.State.ExitCode}}', id);
    return {
      seconds,
      findings: [
        ...(seconds > 2 ? [`docker stop took ${seconds.toFixed(1)} s`] : []),
        ...(status === '137' ? ['it was killed: exit 137'] : []),
      ],
    };
  });
}
