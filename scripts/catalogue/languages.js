import { checkedOn } from './dated-sources.js';
import { releaseOf } from './end-of-life.js';
import { knownImages, referencesTo, withTags } from './image-references.js';
import { packageManagersFile } from './package-managers.js';
import { Refused } from './refused.js';
import { compareVersions } from './version-order.js';

/** Each language's name at endoflife.date, and the image that has a tag for each of its patch releases. */
export const languages = {
  bun: { product: 'bun', image: 'oven/bun', official: false },
  deno: { product: 'deno', image: 'denoland/deno', official: false },
  go: { product: 'go', image: 'golang', official: true },
  node: { product: 'nodejs', image: 'node', official: true },
  python: { product: 'python', image: 'python', official: true },
  static: { product: 'nginx', image: 'nginx', official: true },
};

/**
 * The files with the patch releases and dates of a language. `tags`: those of its official image, null where no list of
 * them is public. A patch is taken when every tag that the catalogue makes of it is there. Throws Refused where a cycle is
 * gone or older than before.
 */
export function refreshLanguage(files, id, { releases, tags, today }) {
  const path = `catalogue/languages/${id}.json`;
  const { product, image } = languages[id];
  const entry = files[path];
  const changes = [];
  const notes = newCycles(entry, releases);
  let moved = files;
  const versions = entry.versions.map((version) => {
    const release = releaseOf(releases, version.cycle, product);
    const patch = newPatch(version, release, product);
    const missing = patch === version.patch ? [] : missingTags(files, { image, version, patch, tags });
    const taken = missing.length === 0 ? patch : version.patch;
    if (missing.length > 0) notes.push(`${entry.title} ${patch} waits for ${missing.join(', ')}`);
    if (release.endOfLife !== null && release.endOfLife <= today)
      notes.push(`${entry.title} ${version.cycle} has ended on ${release.endOfLife}: move it to "retired"`);
    if (taken !== version.patch) {
      changes.push({ what: `${entry.title} ${version.cycle}`, before: version.patch, now: taken });
      moved = withTags(moved, image, (tag) => withPatch(tag, version.patch, taken));
      moved = withPackageManager(moved, id, version.patch, taken);
    }
    if (release.endOfLife !== version.endOfLife)
      changes.push({
        what: `${entry.title} ${version.cycle}, end of life`,
        before: version.endOfLife ?? 'none',
        now: release.endOfLife ?? 'none',
      });
    return { ...version, patch: taken, endOfLife: release.endOfLife };
  });
  const source = entry.source.map((text) => checkedOn(text, today));
  return { files: { ...moved, [path]: { ...moved[path], asOf: today, source, versions } }, changes, notes };
}

function newPatch(version, { patch }, product) {
  if (patch === null || !/^\d+(?:\.\d+)+$/.test(patch))
    throw new Refused(`endoflife.date tells no release of ${product} ${version.cycle}`);
  if (compareVersions(patch, version.patch) < 0)
    throw new Refused(`endoflife.date tells ${product} ${patch}, older than ${version.patch}`);
  return patch;
}

/** A language that is a package manager too (Bun) is named once more as such, and comes from the same image. */
function withPackageManager(files, id, before, now) {
  const entry = files[packageManagersFile];
  if (entry.versions[id] !== before) return files;
  return { ...files, [packageManagersFile]: { ...entry, versions: { ...entry.versions, [id]: now } } };
}

/** The tags that this catalogue emits for a patch release, of which the list says nothing. */
function missingTags(files, { image, version, patch, tags }) {
  if (tags === null) return [];
  const known = files[knownImages].sources.flatMap(({ images }) => images[image] ?? []);
  const wanted = known
    .filter((tag) => withPatch(tag, version.patch, patch) !== tag)
    .map((tag) => withPatch(tag, version.patch, patch));
  if (wanted.length === 0 && referencesTo(files, image).length > 0)
    throw new Refused(`${knownImages} has no tag of ${image} ${version.patch}`);
  return wanted.filter((tag) => !tags.has(tag)).map((tag) => `${image}:${tag}`);
}

/** `2.9.5` stands for itself alone in `debian-2.9.5` and `2.9.5-slim`, not in `12.9.51`. */
function withPatch(tag, before, now) {
  return tag
    .split('-')
    .map((part) => (part === before ? now : part))
    .join('-');
}

function newCycles({ title, versions, retired }, releases) {
  const known = [...versions, ...retired].map(({ cycle }) => cycle);
  const newestKnown = versions[0].cycle;
  return releases
    .filter(({ cycle }) => !known.includes(cycle) && compareVersions(cycle, newestKnown) > 0)
    .map(({ cycle }) => `${title} ${cycle} is new: build and run its cells, then add it`);
}
