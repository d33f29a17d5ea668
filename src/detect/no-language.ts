import { InputError } from '../errors.js';
import type { ProjectView } from '../project/view.js';
import { detectors } from './detectors.js';
import { languagesHere } from './find-apps.js';
import { loneSource, type LoneSource } from './lone-source.js';
import { readManifest } from './node/manifest.js';
import { otherKind, type OtherKind } from './other-kinds.js';
import { unservedBelow, unservedHere, unservedProgram, type FoundUnserved } from './unserved.js';

/** What to say of a folder that holds no project of a language that is served: `no-manifest`, `not-served`, `nothing-serves` or `no-language`. */
export function noLanguage(project: ProjectView, folder: string): InputError {
  const lone = loneSource(project);
  const unserved = unservedHere(project);
  if (unserved !== null) return notServed(unserved);
  const other = otherKind(project);
  if (lone !== null && other?.what !== 'an extension for browsers') return noManifest(lone);
  const below = unservedBelow(project);
  if (below !== null) return notServed(below);
  if (other !== null) return nothingServes(other);
  return nothingFound(project, folder);
}

/**
 * Refuses a project whose program is written in a language that is not served, though a served one lies beside it: pages, a
 * package.json for its tools, a front end in a folder.
 */
export function refuseUnserved(project: ProjectView): void {
  refuseRush(project);
  refuseTemplate(project);
  const found = unservedProgram(project);
  if (found !== null && !servesItself(project)) throw notServed(found);
}

/** What Cookiecutter or Copier fill in is no project yet. https://cookiecutter.readthedocs.io/ https://copier.readthedocs.io/ */
function refuseTemplate(project: ProjectView): void {
  const settings = ['cookiecutter.json', 'copier.yml', 'copier.yaml'].find((path) => project.has(path));
  if (settings === undefined || !project.files.some((path) => path.startsWith('{{'))) return;
  throw new InputError(
    'nothing-serves',
    `${settings}: this is a template, of which projects are made`,
    'make a project of it, and generate there',
  );
}

/** https://rushjs.io/pages/maintainer/deploying/ */
function refuseRush(project: ProjectView): void {
  const file = project.read('rush.json');
  if (file === null || project.has('package.json')) return;
  const { source } = file.fact('', Math.max(0, file.text.indexOf('"projects"')));
  throw new InputError(
    'not-served',
    `${source}: this is a monorepo of Rush, which installs and links packages by itself, and that is not served`,
    'an app of it that has a lock file of its own and no packages of the monorepo can be named with --app; for others `rush deploy` gathers what an image has to hold',
  );
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

function notServed({ language, title, hint }: FoundUnserved): InputError {
  return new InputError(
    'not-served',
    `${language.source}: this is a project in ${title}, which is not served yet`,
    hint ??
      [
        `served: ${detectors.map(({ id }) => id).join(', ')}`,
        'where one of these lies beside it, name it with --language, or its folder with --app',
      ].join('\n'),
  );
}

function nothingServes({ mark, what, hint }: OtherKind): InputError {
  return new InputError('nothing-serves', `${mark.source}: this folder holds ${what}`, hint);
}

/** Of the places where pages may lie one is enough to say which name is meant. */
function nothingFound(project: ProjectView, folder: string): InputError {
  const marks = detectors.map(({ id, marks: names }) => `${id}: ${names.slice(0, mostMarks).join(', ')}`);
  const place = folder === '.' ? 'this folder' : folder;
  const what = project.files.length === 0 ? 'is empty' : 'holds no project of a language that is served';
  return new InputError(
    'no-language',
    `${place} ${what}`,
    ['looked for', ...marks, "name the language with --language, or an app's folder with --app"].join('\n'),
  );
}

/** The most telling names of a language. */
const mostMarks = 6;

function noManifest({ language, manifest, remedy }: LoneSource): InputError {
  return new InputError(
    'no-manifest',
    `${language.source}: this looks like a program for ${language.value}, but there is no ${manifest}`,
    `without ${manifest} nothing says what to install and what to start: ${remedy}`,
  );
}
