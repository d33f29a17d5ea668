import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** A copied list of tags that exist, each with the source that says so. */
interface KnownImages {
  readonly sources: readonly {
    readonly source: string;
    readonly images: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly glibc: { readonly versions: Readonly<Record<string, string>> };
}

const known = JSON.parse(
  readFileSync(join(packageRoot(), 'test/catalogue/known-images.json'), 'utf8'),
) as KnownImages;

export function isKnown(image: string): boolean {
  return knownImages().includes(image);
}

/** `alpine:3.24.1` … */
export function knownImages(): string[] {
  const listed = known.sources.flatMap(({ images }) =>
    Object.entries(images).flatMap(([name, tags]) => tags.map((tag) => `${name}:${tag}`)),
  );
  return ['scratch', ...listed];
}

/** The version of an image's glibc, null where no source states it. */
export function glibcOf(image: string): number | null {
  const mark = Object.keys(known.glibc.versions).find((name) => image.includes(name));
  return mark === undefined ? null : Number(known.glibc.versions[mark]);
}
