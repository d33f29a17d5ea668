import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { apps } from '../apps.js';
import { buildFrom, must, removeImages, run } from '../engine.js';
import { get } from '../get.js';
import { makeProject } from '../project.js';
import type { Check } from './image.js';

/** With `--compose` the app comes up as the file says, turns healthy and answers, and goes down at once. One app a language has to show it. */
export const compose: Check = async ({ cell, tag }) => {
  if (apps.find(({ language }) => language === cell.app.language) !== cell.app) return [];
  const program = await composeProgram();
  if (program === null) {
    console.error('compose.yaml was not brought up: neither docker-compose nor docker compose is there');
    return [];
  }
  const project = await makeProject(cell, '--compose', '--health=/');
  const { folder } = project;
  const name = tag.replace(/\W+/g, '-');
  const image = `${name}-${serviceIn(await output(program, folder, 'config'))}`;
  onAnyPort(folder, image.slice(name.length + 1), cell.app.port);
  const command = [...program, '--project-name', name];
  await buildFrom(project, `--tag=${image}`);
  try {
    return await upAndDown(command, folder, cell.app.port);
  } finally {
    await run([...command, 'down', '--volumes'], { cwd: folder });
    await removeImages([image]);
  }
};

/** On the PATH, or as a plugin of Docker's. */
async function composeProgram(): Promise<string[] | null> {
  for (const program of [['docker-compose'], ['docker', 'compose']])
    if ((await run([...program, 'version'])).status === 0) return program;
  return null;
}

function serviceIn(config: string): string {
  return Object.keys((parse(config) as { services: object }).services)[0]!;
}

/** A port of the machine that is free, since the file's own may be taken: by the file that is meant for such things. */
function onAnyPort(folder: string, service: string, port: number): void {
  const text = `services:\n  ${service}:\n    ports: !override\n      - "127.0.0.1::${port}"\n`;
  writeFileSync(join(folder, 'compose.override.yaml'), text);
}

async function upAndDown(command: readonly string[], folder: string, port: number): Promise<string[]> {
  // Waits until it is healthy, and fails where it turns unhealthy or ends.
  await must([...command, 'up', '--detach', '--no-build', '--wait', '--wait-timeout', '60'], { cwd: folder });
  const service = serviceIn(await output(command, folder, 'config'));
  const address = (await output(command, folder, 'port', service, String(port))).trim();
  const { status } = await get(`http://${address}/`);
  const { seconds } = await must([...command, 'down'], { cwd: folder });
  return [
    ...(status === 200 ? [] : [`brought up by Compose, it answers with ${status}`]),
    ...(seconds > 5 ? [`compose down took ${seconds.toFixed(1)} s`] : []),
  ];
}

async function output(command: readonly string[], cwd: string, ...args: string[]): Promise<string> {
  return (await must([...command, ...args], { cwd })).out;
}
