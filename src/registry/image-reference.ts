/** An image's name taken apart, `python:3.14-slim`: https://github.com/distribution/reference#format. */
export interface ImageReference {
  /** Host, with its port where one is named; Docker Hub is `docker.io`. */
  readonly registry: string;
  /** `library/python` */
  readonly repository: string;
  readonly tag: string;
}

export const dockerHub = 'docker.io';

/** Reads a reference with a tag. One without has the tag `latest`, as everywhere. */
export function imageReference(image: string): ImageReference {
  const [first = '', ...rest] = image.split('/');
  const namesHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = namesHost ? first : dockerHub;
  const path = namesHost ? rest.join('/') : image;
  const { name = path, tag = 'latest' } = /^(?<name>.*):(?<tag>[^:/]+)$/.exec(path)?.groups ?? {};
  const repository = registry === dockerHub && !name.includes('/') ? `library/${name}` : name;
  return { registry, repository, tag };
}
