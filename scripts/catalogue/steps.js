import { actionsFile, newestRelease, objectOf, refreshAction, refreshTool, tools } from './actions.js';
import { askProgram, askWeb, jsonOf } from './ask.js';
import { releasesOf } from './end-of-life.js';
import { languages, refreshLanguage } from './languages.js';
import { officialTags } from './official-tags.js';
import { clients, packageManagers, refreshPackageManager, refreshUv, uv } from './package-managers.js';
import { pinnedImages, refreshPinned } from './pinned-images.js';
import { distributions, refreshSupport } from './support-dates.js';

/** Where the public sources are. */
export const publicPlaces = {
  endOfLife: 'https://endoflife.date/api/v1/products',
  officialImages: 'https://raw.githubusercontent.com/docker-library/official-images/master/library',
  github: 'https://api.github.com/repos',
};

/**
 * What is refreshed, each by itself: `{ name, ask }`. `ask` asks the sources, or throws Refused, and gives what puts their
 * answers into the files: `(files) => ({ files, changes, notes })`, `changes` and `notes` for people; it may throw Refused too.
 */
export function stepsFor(files, { places, today, token, seconds }) {
  const releases = async (product) =>
    releasesOf(
      jsonOf(await askWeb(`${places.endOfLife}/${product}`, { headers: {}, seconds }), 'endoflife.date'),
      product,
    );
  const tags = async (image) =>
    officialTags(await askWeb(`${places.officialImages}/${image}`, { headers: {}, seconds }), image);
  const github = async (path) => {
    const headers = {
      accept: 'application/vnd.github+json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    return jsonOf(await askWeb(`${places.github}/${path}`, { headers, seconds }), 'GitHub');
  };
  return [
    ...Object.entries(languages).map(([id, { product, image, official }]) => ({
      name: id,
      ask: async () => {
        const told = { releases: await releases(product), tags: official ? await tags(image) : null, today };
        return (now) => refreshLanguage(now, id, told);
      },
    })),
    ...Object.keys(pinnedImages).map((image) => ({
      name: image,
      ask: async () => {
        const listed = await tags(image);
        return (now) => refreshPinned(now, image, listed);
      },
    })),
    ...distributions(files).map((distribution) => ({
      name: `support of ${distribution}`,
      ask: async () => {
        const told = { releases: await releases(distribution), today };
        return (now) => refreshSupport(now, distribution, told);
      },
    })),
    ...Object.entries(files[actionsFile].actions).map(([action, { tag: before }]) => ({
      name: action,
      ask: async () => {
        const list = await github(`${action}/releases?per_page=50`);
        const release = newestRelease(list, action, { before, today });
        const sha = await commitOf(github, action, release.tag);
        return (now) => refreshAction(now, action, { ...release, sha });
      },
    })),
    ...Object.entries(files[actionsFile].tools).map(([tool, before]) => ({
      name: tool,
      ask: async () => {
        const list = await github(`${tools[tool]}/releases?per_page=50`);
        const release = newestRelease(list, tools[tool], { before, today });
        return (now) => refreshTool(now, tool, release);
      },
    })),
    ...Object.entries(packageManagers).map(([id, place]) => ({
      name: id,
      ask: async () => {
        const versions = await versionsOf(place);
        return (now) => refreshPackageManager(now, id, versions);
      },
    })),
    {
      name: 'uv',
      ask: async () => {
        const versions = await versionsOf(uv);
        return (now) => refreshUv(now, versions);
      },
    },
  ];
}

/** A tag may be an object of its own that points to the commit. */
async function commitOf(github, repository, tag) {
  const object = objectOf(await github(`${repository}/git/ref/tags/${tag}`), repository);
  if (object.type === 'commit') return object.sha;
  return objectOf(await github(`${repository}/git/tags/${object.sha}`), repository).sha;
}

async function versionsOf({ client, name }) {
  const { words, versions } = clients[client];
  const [program, ...args] = words(name);
  return versions(await askProgram(program, args), name);
}
