import { referencesTo, withTags } from './image-references.js';
import { newestLike } from './official-tags.js';

/** Official images that are named by a tag of their own, and how many of the tag's first numbers stay: what was proven is a line. */
export const pinnedImages = { alpine: 2, debian: 0, busybox: 1, caddy: 1, docker: 1 };

/** The files with the newest tags of an official image, each written as the one before. Throws Refused where one is gone. */
export function refreshPinned(files, image, tags) {
  const changes = [];
  const names = new Map();
  for (const reference of referencesTo(files, image)) {
    const tag = reference.slice(image.length + 1);
    const now = newestLike(tag, tags, pinnedImages[image]);
    names.set(tag, now);
    if (now !== tag) changes.push({ what: image, before: tag, now });
  }
  return { files: withTags(files, image, (tag) => names.get(tag) ?? tag), changes, notes: [] };
}
