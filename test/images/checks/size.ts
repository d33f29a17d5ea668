import { imageSize } from '../image-size.js';
import type { Check } from './image.js';

/** Certificates, users and time zones around a static binary take less. */
const besideBinary = 1_000_000;

/** What a tar archive and a file system round up. */
const overhead = 1.02;

/** The image is as large as what runs, and nothing lies in two layers. */
export const size: Check = async ({ cell, tag, base, content }) => {
  const actual = await imageSize(tag);
  const binary = content.files.get('app');
  if (base === 'scratch' && binary !== undefined) return tooLarge(actual, binary + besideBinary);
  const parts = [...content.files.values()].reduce((sum, bytes) => sum + bytes, 0);
  const allowed = ((await imageSize(base)) + parts) * overhead;
  return cell.app.language === 'go' ? [] : tooLarge(actual, allowed);
};

function tooLarge(actual: number, allowed: number): string[] {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return actual <= allowed ? [] : [`it has ${megabytes(actual)} MB, where ${megabytes(allowed)} MB would do`];
}
