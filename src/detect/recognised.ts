import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { Recognised } from '../recognised.js';
import { findApps, languagesHere, viewOf, type FoundApp } from './find-apps.js';
import type { LanguageDetector } from './language.js';
import { loneSource } from './lone-source.js';
import { unservedBelow, unservedHere, unservedProgram } from './unserved.js';

/** Looks at names of files alone, as far as they can be read. Never throws InputError. */
export function recognised(project: ProjectView): Recognised {
  const apps = orNothing(() => findApps(project)) ?? [];
  return { apps, language: orNothing(() => languageOf(project, apps)) };
}

function languageOf(project: ProjectView, apps: readonly FoundApp[]): Fact<string> | null {
  return (
    unservedProgram(project)?.language ??
    markedHere(project, '.') ??
    markedAlike(project, apps) ??
    (apps.length > 0
      ? null
      : (unservedHere(project)?.language ??
        loneSource(project)?.language ??
        unservedBelow(project)?.language ??
        null))
  );
}

function markedAlike(project: ProjectView, apps: readonly FoundApp[]): Fact<string> | null {
  const [first, ...others] = apps;
  if (first === undefined || others.some(({ language }) => language !== first.language)) return null;
  return markedHere(viewOf(project, first.path), first.path);
}

function markedHere(project: ProjectView, folder: string): Fact<string> | null {
  const found = languagesHere(project)[0];
  return found === undefined ? null : { value: found.id, source: markOf(project, found, folder) };
}

function markOf(project: ProjectView, { marks, scripts = [] }: LanguageDetector, folder: string): string {
  const mark = [...marks, ...scripts].find((name) => project.has(name)) ?? '';
  return folder === '.' ? mark : `${folder}/${mark}`;
}

/** A manifest that can't be read says nothing more. */
function orNothing<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
