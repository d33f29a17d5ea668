import type { NodeDetails } from '../detect/facts.js';

type Files = Pick<NodeDetails, 'installFiles'>;

/** What only the install step reads. */
export function installerSettings({ installFiles }: Files): string[] {
  return installFiles
    .filter((path) => /^\.(?:npmrc|yarn|pnpmfile)/.test(path))
    .map((path) => path.replace(/\/$/, ''));
}
