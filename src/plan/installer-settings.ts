import type { NodeDetails } from '../detect/facts.js';

type Files = Pick<NodeDetails, 'installFiles'>;

/** Read by the install step; they may hold a token, so that the last stage goes without. */
export function registrySettings({ installFiles }: Files): string[] {
  return installFiles.filter((path) => path === '.npmrc');
}

/** What only the install step reads. */
export function installerSettings({ installFiles }: Files): string[] {
  return installFiles
    .filter((path) => /^\.(?:npmrc|yarn|pnpmfile)/.test(path))
    .map((path) => path.replace(/\/$/, ''));
}
