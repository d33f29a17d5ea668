import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bottomsOf, stagesOf } from '../../output/stages.js';
import { hardened, withContainer } from '../container.js';
import { build, buildCommand, docker, lastLines, must, removeImages, run, type Ran } from '../engine.js';
import { get } from '../get.js';
import { readBlobs } from '../image-content.js';
import { bin, temporaryFolder } from '../project.js';
import { mendStandIn } from '../stand-ins.js';
import type { Files, PrivateCell, Secret } from './cells.js';
import { startGoModules, type GoModules } from './go-modules.js';
import { startNpmRegistry } from './npm-registry.js';
import { startPythonIndex } from './python-index.js';
import { newCredentials, Unavailable, type Credentials, type Registry } from './registry.js';

/** A private package after it was tried: proven where `findings` is empty; `skipped` says what was not to be had. */
export interface PrivateProof {
  readonly findings: readonly string[];
  readonly skipped: string | null;
  readonly seconds: number;
}

const start: Readonly<Record<PrivateCell['registry'], () => Promise<Registry>>> = {
  npm: startNpmRegistry,
  python: startPythonIndex,
  go: startGoModules,
};

/** Installs a private package in an image, and looks for the password everywhere. Never throws. */
export async function provePrivate(cell: PrivateCell): Promise<PrivateProof> {
  const tag = `baseimage-private:${cell.name.replaceAll(' ', '-')}`;
  const started = performance.now();
  const proof = (findings: readonly string[], skipped: string | null): PrivateProof => {
    return { findings, skipped, seconds: (performance.now() - started) / 1000 };
  };
  try {
    // One for each cell: what a package manager downloaded once it keeps, and asks for no password again.
    const registry = await start[cell.registry]();
    return proof(await prove(cell, registry, tag).finally(registry.stop), null);
  } catch (error) {
    if (error instanceof Unavailable) return proof([], error.message);
    return proof([error instanceof Error ? error.message : String(error)], null);
  } finally {
    await removeImages([tag, trustingImage]);
  }
}

async function prove(cell: PrivateCell, registry: Registry, tag: string): Promise<string[]> {
  const { folder, runImage } = await makeProject(cell, registry);
  await mendStandIn(runImage);
  const surroundings = await surroundingsOf(cell, registry, folder);
  const none = await tryBuild(folder, surroundings);
  const wrong = await tryBuild(folder, [...surroundings, ...given(cell, registry, newCredentials())]);
  const options = [...surroundings, ...given(cell, registry, registry.credentials)];
  await build(folder, ...options, `--tag=${tag}`);
  return [
    ...missed(cell, none),
    ...(wrong.status === 0 ? ['it builds with a wrong password'] : []),
    ...(await leaks(folder, options, registry, tag)),
    ...(await answersWrong(cell, registry, tag)),
  ];
}

function missed({ missing }: PrivateCell, { status, log }: Ran): string[] {
  if (status === 0) return ['it builds without a password'];
  return missing.test(log) ? [] : [`a build without its secret does not say so:\n${lastLines(log)}`];
}

/** Writes the project, makes its lock file as somebody who is signed in, and generates. */
async function makeProject(
  cell: PrivateCell,
  registry: Registry,
): Promise<{ folder: string; runImage: string }> {
  const folder = join(temporaryFolder(), 'shop');
  writeFiles(folder, cell.project(registry));
  await cell.lock(folder, signedIn(cell.secrets(registry, registry.credentials)));
  const { out } = await must([process.execPath, bin, folder, '--yes', '--json', ...cell.flags]);
  return { folder, runImage: JSON.parse(out).images.run };
}

/** `env HOME=… NPM_TOKEN=…`: the secrets where their user has them. */
function signedIn(secrets: readonly Secret[]): string[] {
  const home = temporaryFolder();
  const files = secrets.flatMap(({ path, text }) => (path === null ? [] : [[path, text] as const]));
  writeFiles(home, Object.fromEntries(files));
  const variables = secrets.flatMap(({ id, path, text }) => (path === null ? [`${id}=${text}`] : []));
  // `npm run` hands its own settings file to what it starts, whatever the home is.
  return ['env', '-u', 'npm_config_userconfig', `HOME=${home}`, ...variables];
}

/** `--secret` for each of the cell's secrets. */
function given(cell: PrivateCell, registry: Registry, credentials: Credentials): string[] {
  const folder = temporaryFolder();
  return cell.secrets(registry, credentials).map(({ id, text }) => {
    writeFileSync(join(folder, id), text);
    return `--secret=id=${id},src=${join(folder, id)}`;
  });
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function tryBuild(folder: string, options: readonly string[]): Promise<Ran> {
  return await run([...buildCommand(), '--progress=plain', ...options, folder]);
}

/** Hosts of our own have to be found and trusted; neither stays in the image. */
async function surroundingsOf(cell: PrivateCell, registry: Registry, folder: string): Promise<string[]> {
  const proxy = isOfModules(registry) ? [`--build-arg=HTTPS_PROXY=${registry.proxy}`] : [];
  const command = cell.trust?.(registry);
  if (command === undefined) return proxy;
  const stages = stagesOf(readFileSync(join(folder, 'Dockerfile'), 'utf8'));
  const image = stages.find(({ name }) => name === 'build')?.image ?? '';
  const trusting = temporaryFolder();
  writeFiles(trusting, { Dockerfile: `FROM ${image}\nRUN ${command}\n` });
  await build(trusting, `--tag=${trustingImage}`);
  return [...proxy, `--build-context=${image}=docker-image://${trustingImage}`];
}

const trustingImage = 'baseimage-private:trusting';

function isOfModules(registry: Registry): registry is GoModules {
  return 'proxy' in registry;
}

/** Looks for what opens the registry in every layer and the history of every stage. */
async function leaks(
  folder: string,
  options: readonly string[],
  registry: Registry,
  tag: string,
): Promise<string[]> {
  const findings: string[] = [];
  const stages = bottomsOf(stagesOf(readFileSync(join(folder, 'Dockerfile'), 'utf8')));
  for (const { name, bottom } of stages) {
    const target = name === null ? [] : [`--target=${name}`];
    const image = `${tag}-${name ?? 'last'}`;
    await build(folder, ...options, ...target, `--tag=${image}`);
    try {
      const history = await docker('history', '--no-trunc', image);
      const blobs = [...(await readBlobs(image, bottom)), Buffer.from(history)];
      const found = traces(registry.credentials).filter((trace) =>
        blobs.some((blob) => blob.includes(trace)),
      );
      findings.push(...found.map((trace) => `its stage ${name ?? 'at the end'} holds ${trace}`));
    } finally {
      await removeImages([image]);
    }
  }
  return findings;
}

/** The password and the token, bare and as headers and settings write them. */
function traces({ user, password, token }: Credentials): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
  return [password, token, base64(password), base64(token), base64(`${user}:${password}`)];
}

async function answersWrong(cell: PrivateCell, { greeting }: Registry, tag: string): Promise<string[]> {
  return await withContainer(tag, { port: cell.port, flags: hardened }, async ({ url }) => {
    const { text } = await get(url);
    return text === greeting ? [] : [`it answers ${text} in place of ${greeting}`];
  });
}
