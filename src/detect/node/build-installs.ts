import type { NodeApp } from './node-app.js';

const installs = /\b(?:npm|pnpm|yarn|bun)\b[^&|;]*\b(?:ci|install|i)\b|\byarn(?: --cwd \S+)?\s*(?:&&|$)/;

/** Does a script of the app install packages? */
export function buildInstalls({ manifest }: NodeApp): boolean {
  return Object.values(manifest.scripts).some((script) => installs.test(script));
}
