import type { AppFacts } from '../detect/facts.js';

/** OCI labels, https://specs.opencontainers.org/image-spec/annotations/, for what the project states. */
export function labels(facts: AppFacts, image: string): [name: string, value: string][] {
  const stated: [string, string | null][] = [
    ['title', facts.name?.value ?? null],
    ['description', facts.description?.value ?? null],
    ['version', facts.appVersion?.value ?? null],
    ['base.name', canonical(image)],
  ];
  return stated.flatMap(([name, value]) =>
    value === null ? [] : [[`org.opencontainers.image.${name}`, oneLine(value)] as [string, string]],
  );
}

/** `python:3.14` is `docker.io/library/python:3.14` in full. */
function canonical(image: string): string {
  if (image === 'scratch') return image;
  const [host, ...path] = image.split('/');
  if (path.length === 0) return `docker.io/library/${image}`;
  return host?.includes('.') ? image : `docker.io/${image}`;
}

/** Descriptions are written over several lines at times; a label is one. */
function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
