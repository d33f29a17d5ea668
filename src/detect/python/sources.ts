import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { hinted, type Pattern } from '../pattern.js';

/** A Python file of the app. */
export interface PythonSource {
  /** From the app's root. */
  readonly path: string;
  readonly folder: string;
  /** `main` of `app/main.py`, `app` of `app/__init__.py`. */
  readonly name: string;
  readonly file: ProjectFile;
  /** The text with comments and long strings blanked: offsets are the file's own. */
  readonly code: string;
}

/** Folders that hold no part of the running app. */
const sideFolders =
  /(^|\/)(_vendor|vendored|third_party|site-packages|pytest|tests?(?:_\w+)?|\w+_tests?|testing|e2e|docs?(?:_src)?|examples?|samples?|migrations|alembic|scripts|benchmarks?|notebooks|tools|devel)\//;

const alembic = /^from alembic import context\b/m;

/** Folders with the packages of others, which a program puts on its import path. */
const libraries = ['lib', 'libs', 'ext'];

/** So many packages without a package around them are nobody's own parts. */
const manyPackages = 5;

/** Every Python file that may be part of the app, the ones nearest to the root first. */
export function pythonSources(project: ProjectView): PythonSource[] {
  const carried = libraries.filter((folder) => holdsPackagesOfOthers(project, folder));
  return project.files
    .filter((path) => !carried.some((folder) => path.startsWith(`${folder}/`)))
    .filter(
      (path) =>
        path.endsWith('.py') &&
        !sideFolders.test(path) &&
        !path.includes('{{') &&
        !/(^|\/)(test_[^/]*|[^/]*_test|conftest|setup)\.py$/.test(path),
    )
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .flatMap((path) => {
      const file = project.read(path);
      // Alembic runs its env.py when somebody changes the database.
      return file && !alembic.test(file.text) ? [pythonSource(path, file)] : [];
    });
}

function holdsPackagesOfOthers(project: ProjectView, folder: string): boolean {
  if (!project.hasFolder(folder) || project.has(`${folder}/__init__.py`)) return false;
  const packages = project.files.filter(
    (path) => path.startsWith(`${folder}/`) && /^\w+\/[^/]+\/__init__\.py$/.test(path),
  );
  return packages.length >= manyPackages;
}

function pythonSource(path: string, file: ProjectFile): PythonSource {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const base = path.slice(path.lastIndexOf('/') + 1, -'.py'.length);
  const name = base === '__init__' ? (folder.split('/').at(-1) ?? '') : base;
  return { path, folder, name, file, code: withoutComments(file.text) };
}

/** Where a pattern first stands in a source, as a fact of its first group. */
export function foundIn({ code, file }: PythonSource, asked: RegExp | Pattern): Fact<string> | null {
  const { hint, pattern } = asked instanceof RegExp ? { hint: null, pattern: asked } : asked;
  const found = hint?.test(code) === false ? null : pattern.exec(code);
  return found
    ? file.fact(found.groups?.['value'] ?? found[1] ?? found[0], found.index + found[0].search(/\S/))
    : null;
}

/** The first source in which a pattern stands, and the place. */
export function firstFound(sources: readonly PythonSource[], pattern: RegExp | Pattern): Fact<string> | null {
  for (const source of sources) {
    const found = foundIn(source, pattern);
    if (found) return found;
  }
  return null;
}

/** Does the file import this module: `import flask`, `from flask.views import …`, `from aiohttp import web`? */
export function importOf(module: string): Pattern {
  const name = module.replace('.', String.raw`\.`);
  const [parent, child] = module.split('.');
  const fromParent =
    child === undefined ? '' : String.raw`|from[ \t]+${parent}[ \t]+import\b[^\n]*\b${child}\b`;
  return hinted(
    new RegExp(parent!),
    String.raw`^[ \t]*(?:from[ \t]+${name}(?:\.[\w.]+)?[ \t]+import\b|import[ \t]+(?:[\w.]+(?:[ \t]+as[ \t]+\w+)?[ \t]*,[ \t]*)*${name}\b${fromParent})`,
    'm',
  );
}

/** Every alternative ends at once where it is not closed, so no input makes this slow. */
function withoutComments(text: string): string {
  const token =
    /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*/g;
  return text.replace(token, (found) => (/^("""|'''|#)/.test(found) ? found.replace(/[^\n]/g, ' ') : found));
}
