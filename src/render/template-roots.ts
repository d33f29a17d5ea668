import path from 'node:path';
import { packageRoot } from '../package-root.js';
import { isFolder, overlayFolder } from './overlay-folder.js';
import type { TemplateRoot } from './render.js';

/** The origin of the templates that this package brings. */
export const builtIn = 'built in';

/**
 * Where templates are looked for, first hit wins: the overlays of `--templates`, the last named first, then
 * the built-in ones. An overlay's templates are in its folder `templates/` where it has one, else in the
 * overlay itself.
 *
 * Throws InputError `no-such-overlay`.
 */
export function templateRoots(names: readonly string[], cwd: string): TemplateRoot[] {
  const overlays = names.map((name) => ({
    folder: templatesIn(overlayFolder(name, cwd)),
    origin: `--templates ${name}`,
  }));
  return [...overlays.toReversed(), { folder: path.join(packageRoot(), 'templates'), origin: builtIn }];
}

function templatesIn(overlay: string): string {
  const folder = path.join(overlay, 'templates');
  return isFolder(folder) ? folder : overlay;
}
