import type { NoBuild } from './plan.js';

/** Where the last stage needs nothing but the build context. */
export const noBuild: NoBuild = { language: 'none' };
