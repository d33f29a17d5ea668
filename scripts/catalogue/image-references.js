/** Where the copied list of tags that exist lies. */
export const knownImages = 'test/catalogue/known-images.json';

/** Every text in the files of the catalogue that names a tag of an image, each once: `golang:{patch}-trixie`. */
export function referencesTo(files, image) {
  const found = new Set();
  for (const [path, value] of Object.entries(files))
    if (path !== knownImages)
      mapTexts(value, (text) => {
        if (text.startsWith(`${image}:`)) found.add(text);
        return text;
      });
  return [...found];
}

/** The files with every tag of an image as `moved` makes it, in the copied list too. */
export function withTags(files, image, moved) {
  const move = (text) =>
    text.startsWith(`${image}:`) ? `${image}:${moved(text.slice(image.length + 1))}` : text;
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [
      path,
      path === knownImages ? withKnownTags(value, image, moved) : mapTexts(value, move),
    ]),
  );
}

function withKnownTags(known, image, moved) {
  const sources = known.sources.map((source) =>
    image in source.images
      ? { ...source, images: { ...source.images, [image]: source.images[image].map(moved).sort() } }
      : source,
  );
  return { ...known, sources };
}

function mapTexts(value, change) {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
