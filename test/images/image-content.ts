import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { docker, must } from './engine.js';

/** What an image adds to the image that its last stage starts from. */
export interface ImageContent {
  /** Each layer's tar archive, and the image's configuration with its history. */
  readonly blobs: readonly Buffer[];
  /** The files of all layers laid over one another: POSIX paths without a leading slash, sizes in bytes. */
  readonly files: ReadonlyMap<string, number>;
}

/** Reads what `image` has above `base`, every layer of it, also what a later layer hides. */
export async function readContent(image: string, base: string): Promise<ImageContent> {
  return await withLayers(image, base, async ({ work, layers, configuration }) => {
    const root = join(work, 'root');
    mkdirSync(root);
    for (const layer of layers) await layOver(root, layer);
    return { blobs: [...layers, configuration], files: filesBelow(root) };
  });
}

/** The layers of `image` above `base`, and its configuration with its history. */
export async function readBlobs(image: string, base: string): Promise<readonly Buffer[]> {
  return await withLayers(image, base, ({ layers, configuration }) => [...layers, configuration]);
}

interface Layers {
  /** A folder that is gone when they were read. */
  readonly work: string;
  readonly layers: readonly Buffer[];
  readonly configuration: Buffer;
}

async function withLayers<T>(
  image: string,
  base: string,
  use: (layers: Layers) => Promise<T> | T,
): Promise<T> {
  const work = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    await docker('save', '--output', join(work, 'image.tar'), image);
    await must(['tar', '--extract', '--file', 'image.tar'], { cwd: work });
    const [{ Config: configuration, Layers: all }] = JSON.parse(
      readFileSync(join(work, 'manifest.json'), 'utf8'),
    );
    const own: string[] = (all ?? []).slice(await countLayers(base));
    const layers = own.map((path) => unpacked(readFileSync(join(work, path))));
    return await use({ work, layers, configuration: readFileSync(join(work, configuration)) });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function countLayers(image: string): Promise<number> {
  if (image === 'scratch') return 0;
  return JSON.parse(await docker('image', 'inspect', '--format={{json .RootFS.Layers}}', image)).length;
}

function unpacked(layer: Buffer): Buffer {
  return layer[0] === 0x1f && layer[1] === 0x8b ? gunzipSync(layer) : layer;
}

async function layOver(root: string, layer: Buffer): Promise<void> {
  // Folders without write permission would be closed to what follows.
  const options = ['--no-same-owner', '--no-same-permissions', '--delay-directory-restore', '--overwrite'];
  await must(['tar', '--extract', '--directory', root, ...options], { input: layer });
}

function filesBelow(root: string): Map<string, number> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path), statSync(path).size]),
  );
}
