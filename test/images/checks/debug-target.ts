import { loadBase } from '../../../src/catalogue/catalogue.js';
import { build, docker, removeImages, run } from '../engine.js';
import type { Check } from './image.js';

/** Where the base has no shell, the debug target is the same image with one. */
export const debugTarget: Check = async ({ cell, folder, tag }) => {
  if (loadBase(cell.base).shell !== null) return [];
  const debug = `${tag}-debug`;
  await build(folder, '--target=debug', `--tag=${debug}`);
  try {
    const user = await docker('image', 'inspect', '--format={{.Config.User}}', tag);
    const { status, out, log } = await run([
      'docker',
      'run',
      '--rm',
      '--entrypoint=sh',
      debug,
      '-c',
      'id -u',
    ]);
    if (status !== 0) return [`no shell in the debug target: ${log}`];
    return user.startsWith(`${out.trim()}:`)
      ? []
      : [`the debug target's user is ${out.trim()}, the image's ${user}`];
  } finally {
    await removeImages([debug]);
  }
};
