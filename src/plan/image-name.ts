import type { AppFacts } from '../detect/facts.js';

/** The app's name as a part of an image's. */
export function projectName({ name }: AppFacts): string {
  return imageName((name?.value ?? '').replace(/^.*\//, ''));
}

/** A name as a part of an image's, `app` where nothing of it is left: https://github.com/distribution/reference#format. */
export function imageName(name: string): string {
  const allowed = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .slice(0, longestName)
    .replace(/^[._-]+|[._-]+$/g, '');
  return allowed || 'app';
}

/** Characters; a whole reference has room for 255. */
const longestName = 100;
