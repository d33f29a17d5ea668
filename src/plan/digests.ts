import type { Plan } from './plan.js';

/** What each image's tag stands for: `python:3.14-slim` → `sha256:…`. */
export type Digests = ReadonlyMap<string, string>;

/** Where a plan names an image, at any depth. */
const imageKeys: ReadonlySet<string> = new Set(['image', 'toolImage']);

/** The plan with its images pinned, `python:3.14-slim@sha256:…`; an image without a digest stays as it is. */
export function withDigests<Images extends Pick<Plan, 'images' | 'run'>>(
  plan: Images,
  digests: Digests,
): Images {
  if (digests.size === 0) return plan;
  const pinned = (image: string) => {
    const digest = digests.get(image);
    return digest === undefined ? image : `${image}@${digest}`;
  };
  const copy = JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    imageKeys.has(key) && typeof value === 'string' ? pinned(value) : value,
  ) as Images;
  const { build, run } = plan.images;
  return {
    ...copy,
    run: { ...copy.run, labels: [...plan.run.labels, ...baseDigest(digests.get(run))] },
    images: { build: build.map(pinned), run: pinned(run) },
  };
}

/** https://specs.opencontainers.org/image-spec/annotations/ */
function baseDigest(digest: string | undefined): [name: string, value: string][] {
  return digest === undefined ? [] : [['org.opencontainers.image.base.digest', digest]];
}

const pinnedName = /(?<image>[\w./:-]+:[\w.-]+)@(?<digest>sha256:[0-9a-f]{64})(?![0-9a-f])/g;

/** The digests that a file names beside its tags: what an earlier run, or whoever keeps them current, wrote. */
export function digestsIn(text: string): Digests {
  const found = [...text.matchAll(pinnedName)].map(
    ({ groups }) => groups as { image: string; digest: string },
  );
  return new Map(found.map(({ image, digest }) => [image, digest]));
}
