import type { Writable } from 'node:stream';
import type { AskRegistries } from './pin-images.js';

/** Milliseconds. What is done sooner needs no line that says it is being done. */
const patienceOfPeople = 500;

/** What a program is started with. Node.js opens a stream when it is first asked for, which takes milliseconds. */
interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Asks as Docker is set up to, and shows on a terminal how far it is. */
export function registriesSeenFrom(surroundings: Surroundings): AskRegistries {
  return async (images) => {
    // A run that pins nothing loads none of it.
    const { readDockerSettings } = await import('../registry/docker-settings.js');
    const { resolveDigests } = await import('../registry/resolve-digests.js');
    const { ordinaryPatience } = await import('../registry/transport.js');
    const progress = progressOn(surroundings.stderr, images.length);
    try {
      return await resolveDigests(
        images,
        readDockerSettings(surroundings.env),
        ordinaryPatience,
        progress.answered,
      );
    } finally {
      progress.end();
    }
  };
}

const clearLine = '\r\u001b[K';

function progressOn(stderr: Surroundings['stderr'], all: number) {
  let count = 0;
  let shown = false;
  const show = () => {
    shown = true;
    stderr.write(`${clearLine}asking registries for digests: ${count} of ${all}`);
  };
  const timer = stderr.isTTY === true ? setTimeout(show, patienceOfPeople) : undefined;
  return {
    answered(now: number) {
      count = now;
      if (shown) show();
    },
    end() {
      clearTimeout(timer);
      if (shown) stderr.write(clearLine);
    },
  };
}
