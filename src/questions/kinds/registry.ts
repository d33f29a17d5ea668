import { didYouMean } from '../did-you-mean.js';
import type { Kind } from './kind.js';

/** Registries that go by a name, and none. */
const named = ['ghcr', 'gitlab', 'none'];

/** https://github.com/distribution/reference#format, with the host's dot or port that tells it from a path. */
const hostAndPath =
  /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** Characters; a whole reference has room for 255, an image's name for 100. */
const longest = 150;

export const registry: Kind = {
  takes: () => `allowed: ${named.join(', ')}, or a registry and a path in it, registry.example.com/team`,
  read(text, _, refuse) {
    if (named.includes(text) || (text.length <= longest && hostAndPath.test(text))) return text;
    throw refuse('not a registry', text, didYouMean(text, named));
  },
};
