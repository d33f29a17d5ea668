import { setTimeout as pause } from 'node:timers/promises';
import { loadCompanions } from '../../../src/catalogue/catalogue.js';
import { isFirstOfLanguage } from '../apps.js';
import { hardened, withContainer } from '../container.js';
import { buildFrom, docker, removeImages } from '../engine.js';
import { makeProject } from '../project.js';
import type { Check } from './image.js';

/** Asked often, so that a test need not wait; what is asked comes from the image. */
const often = [
  '--health-interval=1s',
  '--health-timeout=2s',
  '--health-retries=2',
  '--health-start-period=1s',
];

/** With `--health` the container turns healthy, and unhealthy when the app hangs. One app a language has to show it. */
export const health: Check = async ({ cell, tag }) => {
  if (!isFirstOfLanguage(cell.app)) return [];
  const project = await makeProject(cell, '--health=/');
  const image = `${tag}-health`;
  await buildFrom(project, `--tag=${image}`);
  try {
    return await withContainer(
      image,
      { port: cell.app.port, flags: [...hardened, ...often] },
      async ({ id }) => {
        const well = await statusAfter(id, 'starting');
        if (well !== 'healthy') return [`it answers, and is ${well}: ${await lastAnswer(id)}`];
        await hang(id);
        const hung = await statusAfter(id, 'healthy');
        return hung === 'unhealthy' ? [] : [`it hangs, and is ${hung}`];
      },
    );
  } finally {
    await removeImages([image]);
  }
};

/** What the container's state becomes after `before`; that, where it stays so for half a minute. */
async function statusAfter(id: string, before: string): Promise<string> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const status = await docker('inspect', '--format={{.State.Health.Status}}', id);
    if (status !== before) return status;
    await pause(200);
  }
  return before;
}

async function lastAnswer(id: string): Promise<string> {
  return await docker('inspect', '--format={{json .State.Health.Log}}', id);
}

/** Stops the app and its children where they are, as an endless loop would: from beside the engine, wherever that runs. */
async function hang(id: string): Promise<void> {
  const pid = await docker('inspect', '--format={{.State.Pid}}', id);
  const { image } = loadCompanions().shell;
  await docker(
    'run',
    '--rm',
    '--privileged',
    '--pid=host',
    image,
    'sh',
    '-c',
    `kill -STOP ${pid} $(pgrep -P ${pid})`,
  );
}
