import { InputError } from '../errors.js';
import type { ProjectView } from '../project/view.js';
import { detectors } from './detectors.js';
import { languagesHere } from './find-apps.js';
import { loneSource, type LoneSource } from './lone-source.js';
import { readManifest } from './node/manifest.js';
import { unservedHere, unservedProgram, type FoundUnserved } from './unserved.js';

/** What to say of a folder that holds no project of a language that is served: `no-manifest`, `not-served` or `no-language`. */
export function noLanguage(project: ProjectView, folder: string): InputError {
  const lone = loneSource(project);
  const unserved = unservedHere(project);
  if (unserved !== null) return notServed(unserved);
  if (lone !== null) return noManifest(lone);
  const marks = detectors.map(({ id, marks }) => `${id}: ${marks.join(', ')}`).join('\n');
  return new InputError(
    'no-language',
    `${folder === '.' ? 'this folder' : folder} holds no project of a language that is served`,
    `looked for\n${marks}\nname the language with --language, or an app's folder with --app`,
  );
}

/**
 * Refuses a project whose program is written in a language that is not served, though a served one lies beside it: pages, a
 * package.json for its tools, a front end in a folder.
 */
export function refuseUnserved(project: ProjectView): void {
  const found = unservedProgram(project);
  if (found !== null && !servesItself(project)) throw notServed(found);
}

/** Does the root hold a program of a served language that says how it starts? */
function servesItself(project: ProjectView): boolean {
  const here = languagesHere(project)[0]?.id;
  // Hugo's themes are modules of Go, without any Go.
  if (here === 'go') return project.files.some((path) => path.endsWith('.go'));
  if (here !== 'node') return here !== undefined && here !== 'static';
  const manifest = readManifest(project);
  const main = manifest.string('main')?.value;
  return manifest.script('start') !== null || (main !== undefined && project.has(main));
}

function notServed({ language, title }: FoundUnserved): InputError {
  return new InputError(
    'not-served',
    `${language.source}: this is a project in ${title}, which is not served yet`,
    [
      `served: ${detectors.map(({ id }) => id).join(', ')}`,
      'where one of these lies beside it, name it with --language, or its folder with --app',
    ].join('\n'),
  );
}

function noManifest({ language, manifest, remedy }: LoneSource): InputError {
  return new InputError(
    'no-manifest',
    `${language.source}: this looks like a program for ${language.value}, but there is no ${manifest}`,
    `without ${manifest} nothing says what to install and what to start: ${remedy}`,
  );
}
