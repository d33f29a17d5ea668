import { createRequire } from 'node:module';
import path from 'node:path';
import { showControls } from '../control-characters.js';
import { InputError } from '../errors.js';
import { statTemplate } from './stat-template.js';

const packageName = /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;

/**
 * The folder of the overlay that `--templates <name>` means, absolute: a folder as seen from `cwd`, or an
 * npm package installed there or above. A folder wins over a package of the same name.
 *
 * Throws InputError `no-such-overlay` with what was tried.
 */
export function overlayFolder(name: string, cwd: string): string {
  const folder = path.resolve(cwd, name);
  const found = name === '' || name.includes('\0') ? undefined : statTemplate(folder);
  if (found?.isDirectory()) return folder;
  if (found !== undefined) throw isAFile(name);
  const installed = packageName.test(name) ? installedPackage(name, cwd) : null;
  if (installed === null) throw noSuchOverlay(name, cwd, folder);
  return installed;
}

function installedPackage(name: string, cwd: string): string | null {
  return resolvedPackage(name, cwd) ?? folderInNodeModules(name, path.resolve(cwd));
}

/** Node.js' own search: finds what a package manager without node_modules has put elsewhere. */
function resolvedPackage(name: string, cwd: string): string | null {
  try {
    return path.dirname(createRequire(path.resolve(cwd, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    // Also where the package's `exports` hide its package.json.
    return null;
  }
}

function folderInNodeModules(name: string, above: string): string | null {
  const folder = path.join(above, 'node_modules', name);
  if (isFolder(folder)) return folder;
  const parent = path.dirname(above);
  return parent === above ? null : folderInNodeModules(name, parent);
}

export function isFolder(folder: string): boolean {
  return statTemplate(folder)?.isDirectory() ?? false;
}

function isAFile(name: string): InputError {
  return new InputError(
    'no-such-overlay',
    `--templates ${showControls(name)}: this is a file`,
    'name a folder that mirrors the built-in templates, or an npm package that holds one',
  );
}

function noSuchOverlay(name: string, cwd: string, folder: string): InputError {
  const asPackage = packageName.test(name)
    ? `the package ${name} in ${path.resolve(cwd)} and above`
    : 'no package: this is no name of one';
  return new InputError(
    'no-such-overlay',
    `--templates ${showControls(name)}: no such folder or package`,
    `tried: the folder ${showControls(folder)}; ${asPackage}\n` +
      'name a folder that mirrors the built-in templates, or install the npm package that holds one',
  );
}
