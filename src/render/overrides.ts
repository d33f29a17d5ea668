import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { TemplateRoot } from './render.js';
import { statTemplate, unreadableTemplate } from './stat-template.js';
import { builtIn } from './template-roots.js';

/** A template of an overlay that is used in place of a built-in one, or fills a slot that has none. */
export interface Override {
  /** POSIX path below a template root. */
  readonly template: string;
  readonly folder: string;
  readonly origin: string;
}

/** What an overlay may hold beside templates. */
const besideTemplates = [
  /^readme/i,
  /^licen[cs]e/i,
  /^package\.json$/,
  /^baseimage\.yaml$/,
  /^node_modules$/,
  /^\.(?!.*\.ejs$)/,
];

/**
 * Every override in use, overlays in the order of the roots. `slots` are the paths at which an overlay may
 * add a template although no built-in one exists: `languages/go/alpine.Dockerfile.ejs`.
 *
 * Throws InputError `overrides-nothing` for a file that overrides nothing, `unreadable`.
 */
export function overridesInUse(roots: readonly TemplateRoot[], slots: readonly string[]): Override[] {
  const overlays = roots.filter(({ origin }) => origin !== builtIn);
  // Most runs have none: nothing is walked for them.
  const known = overlays.length === 0 ? [] : [...slots, ...builtInTemplates(roots)];
  const inUse = new Map<string, Override>();
  for (const root of overlays) {
    for (const template of filesBelow(root, '', [])) {
      if (!known.includes(template)) throw overridesNothing(root, template, known);
      if (!inUse.has(template)) inUse.set(template, { template, ...root });
    }
  }
  return [...inUse.values()];
}

function builtInTemplates(roots: readonly TemplateRoot[]): string[] {
  return roots.filter(({ origin }) => origin === builtIn).flatMap((root) => [...filesBelow(root, '', [])]);
}

/** One by one, so that a folder which is no overlay at all is refused at its first file. */
function* filesBelow(root: TemplateRoot, folder: string, entered: readonly string[]): Generator<string> {
  const absolute = path.join(root.folder, folder);
  const real = realpathSync(absolute);
  // Links are welcome in an overlay, but not in circles.
  if (entered.includes(real)) return;
  for (const name of namesIn(absolute)) {
    const below = path.posix.join(folder, name);
    const file = path.join(root.folder, below);
    const found = statTemplate(file);
    if (found?.isDirectory()) yield* filesBelow(root, below, [...entered, real]);
    else if (found?.isFile()) yield below;
    else throw unreadableTemplate(file, found === undefined ? 'a link to nothing' : 'no file');
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !besideTemplates.some((pattern) => pattern.test(name)))
      .toSorted();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    throw unreadableTemplate(folder, diskReason(error));
  }
}

function overridesNothing(root: TemplateRoot, template: string, known: readonly string[]): InputError {
  const meant = nearest(template, known);
  return new InputError(
    'overrides-nothing',
    `${showControls(root.origin)}: ${showControls(path.join(root.folder, template))} overrides nothing`,
    (meant === null ? '' : `did you mean ${meant}?\n`) +
      'an overlay mirrors the built-in templates file by file; keep other files outside of its folder templates/',
  );
}
