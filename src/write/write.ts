import { mkdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';
import { readExisting } from '../reconcile/existing-file.js';
import { insideRoot } from '../reconcile/inside-root.js';
import type { Change } from '../reconcile/reconcile.js';
import { removeLeftovers, writeBeside } from './temporary-file.js';

/** A change whose new text is on disk under another name, beside its target. */
interface Staged {
  readonly change: Change;
  readonly temporary: string;
  readonly target: string;
}

/** What has to be taken back where not everything could be staged. */
interface Staging {
  readonly files: Staged[];
  /** Folders that were made, parents first. */
  readonly folders: string[];
}

/**
 * Writes what `reconcile` said, conflicts included: who calls has asked. Identical files are not touched.
 * Each file is replaced at once, so a run that is killed leaves it old or new. All texts are on disk before
 * the first file is replaced: where one can't be written everything stays as it was.
 *
 * Throws InputError `cannot-write` (which file, why, what was written before), `changed-meanwhile` where a
 * file is no longer what it was compared with, and what `reconcile` throws.
 */
export function writeFiles(root: string, changes: readonly Change[]): void {
  tidyFolders(root, changes);
  const staging: Staging = { files: [], folders: [] };
  const written: string[] = [];
  try {
    for (const change of changes) if (change.change !== 'identical') stage(root, change, staging);
    for (const staged of staging.files) {
      replace(staged, written);
      written.push(staged.change.path);
    }
  } catch (error) {
    takeBack(staging);
    throw error;
  }
}

function tidyFolders(root: string, changes: readonly Change[]): void {
  const folders = new Set(changes.map(({ path: relative }) => path.dirname(insideRoot(root, relative))));
  for (const folder of folders) removeLeftovers(folder);
}

function stage(root: string, change: Change, staging: Staging): void {
  assertUnchanged(root, change);
  const target = insideRoot(root, change.path);
  explained(change.path, [], () => {
    makeFolder(path.dirname(target), staging.folders);
    staging.files.push({ change, target, temporary: writeBeside(target, change.after) });
  });
}

/** Between the comparison and now a person may have thought about it for minutes, with an editor open. */
function assertUnchanged(root: string, change: Change): void {
  const now = readExisting(root, change.path);
  if ((now === null ? null : now.toString('utf8')) === change.before) return;
  throw new InputError(
    'changed-meanwhile',
    `${showControls(change.path)} was changed by someone else in the meantime: nothing was written`,
    'run the command again',
  );
}

function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (first === undefined) return;
  const below = path.relative(first, folder).split(path.sep).filter(Boolean);
  made.push(first, ...below.map((_, index) => path.join(first, ...below.slice(0, index + 1))));
}

function replace({ change, temporary, target }: Staged, written: readonly string[]): void {
  explained(change.path, written, () => renamePatiently(temporary, target));
}

/** On Windows a virus scanner or an editor may hold the target for a moment; elsewhere a refusal is final. */
function renamePatiently(from: string, to: string): void {
  const waits = process.platform === 'win32' ? [10, 20, 40, 80, 160, 320] : [];
  for (const milliseconds of waits) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (!isDiskError(error) || !['EPERM', 'EACCES', 'EBUSY'].includes(error.code ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    }
  }
  renameSync(from, to);
}

/** Runs a step that writes `relative`; a refusal of the operating system becomes an error for people. */
function explained(relative: string, written: readonly string[], step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    const state = written.length === 0 ? 'nothing was written' : `already written: ${written.join(', ')}`;
    throw new InputError(
      'cannot-write',
      `${showControls(relative)} can't be written: ${diskReason(error)}; ${state}`,
      'every other file is as it was; remove the cause and run the command again',
    );
  }
}

/** Removes what was staged and not renamed, and the folders that are empty again. */
function takeBack({ files, folders }: Staging): void {
  for (const { temporary } of files) rmSync(temporary, { force: true });
  for (const folder of folders.toReversed()) removeEmpty(folder);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // It holds a file that was written.
    if (!isDiskError(error)) throw error;
  }
}
