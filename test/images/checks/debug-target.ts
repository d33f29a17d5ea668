import { loadBase } from '../../../src/catalogue/catalogue.js';
import { hardened, withContainer } from '../container.js';
import { buildFrom, docker, must, removeImages, run } from '../engine.js';
import { get } from '../get.js';
import type { Check, Image } from './image.js';

/** Where the base has no shell, the debug target is the same image with one. */
export const debugTarget: Check = async (image) => {
  const { cell, tag } = image;
  if (loadBase(cell.base).shell !== null) return [];
  const debug = `${tag}-debug`;
  await buildFrom(image, '--target=debug', `--tag=${debug}`);
  try {
    return [
      ...(await withoutShell(debug)),
      ...(await otherSettings(tag, debug)),
      ...(await otherFiles(tag, debug)),
      ...(await doesNotStart(image, debug)),
    ];
  } finally {
    await removeImages([debug]);
  }
};

/** The shell starts as the image's user, and has what one looks around with. */
async function withoutShell(debug: string): Promise<string[]> {
  const user = await docker('image', 'inspect', '--format={{.Config.User}}', debug);
  const command = ['docker', 'run', '--rm', '--entrypoint=sh', debug, '-c', 'ls / >/dev/null && ps && id -u'];
  const { status, out, log } = await run(command);
  if (status !== 0) return [`no shell in the debug target: ${log}`];
  const uid = out.trim().split('\n').at(-1);
  return user.startsWith(`${uid}:`) ? [] : [`the debug target's user is ${uid}, the image's ${user}`];
}

/** Everything but PATH, which names the shell's folder too, at its end. */
async function otherSettings(tag: string, debug: string): Promise<string[]> {
  const [ours, theirs] = [await settingsOf(tag), await settingsOf(debug)];
  return [
    ...(ours.rest === theirs.rest ? [] : [`the debug target has other settings: ${theirs.rest}`]),
    ...(theirs.path === `${ours.path}:/busybox` ? [] : [`the debug target's PATH is ${theirs.path}`]),
  ];
}

async function settingsOf(image: string): Promise<{ rest: string; path: string }> {
  const config = JSON.parse(await docker('image', 'inspect', '--format={{json .Config}}', image));
  const variables: string[] = config.Env ?? [];
  const path = variables.find((variable) => variable.startsWith('PATH='))?.slice('PATH='.length) ?? '';
  const others = variables.filter((variable) => !variable.startsWith('PATH='));
  return { rest: JSON.stringify({ ...config, Env: others }), path };
}

/** Names, modes, owners, sizes and links of all files, the shell's own left out. */
async function otherFiles(tag: string, debug: string): Promise<string[]> {
  const [ours, theirs] = [await filesOf(tag), await filesOf(debug)];
  const more = [...theirs].filter((file) => !ours.has(file));
  const fewer = [...ours].filter((file) => !theirs.has(file));
  return [
    ...more.slice(0, 3).map((file) => `only the debug target has ${file}`),
    ...fewer.slice(0, 3).map((file) => `the debug target lacks ${file}`),
  ];
}

async function filesOf(image: string): Promise<Set<string>> {
  const id = await docker('create', image);
  try {
    const list = 'docker export "$0" | tar --list --verbose --numeric-owner';
    const { out } = await must(['sh', '-c', list, id]);
    // The folder's own time is that of the copy.
    const files = out.split('\n').map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d /, ''));
    return new Set(files.filter((line) => !/ busybox(?:\/|$)/.test(line)));
  } finally {
    await docker('rm', id);
  }
}

/** The app starts in it as it does in the image. */
async function doesNotStart({ cell }: Image, debug: string): Promise<string[]> {
  const { port } = cell.app;
  return await withContainer(debug, { port, flags: hardened }, async ({ url }) => {
    const { status } = await get(url);
    return status === 200 ? [] : [`the debug target answers ${status}`];
  });
}
