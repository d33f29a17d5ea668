import type { LanguageDetector } from './language.js';
import { go } from './go.js';
import { node } from './node.js';
import { python } from './python.js';
import { staticPages } from './static.js';

/** Every language, in the order in which a folder's marks are read: a Go or Python server often has a package.json for its tools. */
export const detectors: readonly LanguageDetector[] = [go, python, node, staticPages];
