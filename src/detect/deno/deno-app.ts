import type { NodeApp } from '../node/node-app.js';
import type { DenoSettings } from './settings.js';

/** What every part of Deno's detection reads from: a package.json may lie beside Deno's own settings. */
export interface DenoApp extends NodeApp {
  readonly settings: DenoSettings;
}
