import { docker } from './engine.js';

/** Bytes, uncompressed. */
export async function imageSize(image: string): Promise<number> {
  return image === 'scratch' ? 0 : Number(await docker('image', 'inspect', '--format={{.Size}}', image));
}
