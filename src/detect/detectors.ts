import type { LanguageDetector } from './language.js';
import { bun } from './bun.js';
import { deno } from './deno.js';
import { go } from './go.js';
import { node } from './node.js';
import { python } from './python.js';
import { staticPages } from './static.js';

/** Every language, in the order in which a folder's marks are read: a Go or Python server often has a package.json for its tools, and what Bun or Deno does not claim is Node's. */
export const detectors: readonly LanguageDetector[] = [go, python, deno, bun, node, staticPages];
