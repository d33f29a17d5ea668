import { canary } from '../canaries.js';
import type { Check } from './image.js';

/** No layer and no history holds a file that must not leave the project. */
export const noCanary: Check = ({ content }) => {
  return canariesIn(content.blobs).map((path) => `it holds ${path}, which must not leave the project`);
};

/** The canaries' paths, as far as they can be told. */
export function canariesIn(blobs: readonly Buffer[]): string[] {
  return [...new Set(blobs.flatMap(pathsAfter))];
}

/** The canary's text ends with its path, or with other text where a file was made from it. */
function pathsAfter(blob: Buffer): string[] {
  const found: string[] = [];
  for (let at = blob.indexOf(canary); at !== -1; at = blob.indexOf(canary, at + canary.length)) {
    const text = blob.toString('latin1', at + canary.length, at + canary.length + 80);
    found.push(
      /^[^\0]*?\n(?<path>[\w./-]+)\n/.exec(text)?.groups?.['path'] ??
        /^(?<path>[\w./-]+)\n/.exec(text)?.groups?.['path'] ??
        'a canary',
    );
  }
  return found;
}
