import { Refused } from './refused.js';
import { compareVersions } from './version-order.js';

/**
 * The tags of an official image by its file in docker-library/official-images. Throws Refused where there are none.
 * https://github.com/docker-library/official-images#instruction-format
 */
export function officialTags(text, image) {
  const lines = text.match(/^(?:Shared)?Tags:[^\n]*$/gm) ?? [];
  const tags = lines.flatMap((line) => line.replace(/^\w+:/, '').split(',')).map((tag) => tag.trim());
  if (tags.length === 0) throw new Refused(`the official images list no tags of ${image}`);
  return new Set(tags);
}

/** The newest tag that is written as this one (`trixie-20260803-slim`), with its first `kept` numbers. Throws Refused where none is left, or none as new. */
export function newestLike(tag, tags, kept) {
  let number = 0;
  const pattern = tag.replace(/\d+|[^\d]/g, (part) =>
    /\d/.test(part) ? (number++ < kept ? part : '\\d+') : part.replace(/[.*+?^${}()|[\]\\]/, '\\$&'),
  );
  const alike = [...tags].filter((other) => new RegExp(`^${pattern}$`).test(other));
  const found = alike.toSorted(compareVersions).at(-1);
  if (found === undefined) throw new Refused(`no tag like ${tag} is listed any more`);
  if (compareVersions(found, tag) < 0)
    throw new Refused(`${found} is the newest tag listed, older than ${tag}`);
  return found;
}
