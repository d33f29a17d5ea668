import type { Fact } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectView } from '../../project/view.js';
import { modulePath } from './module-path.js';
import type { PythonSource } from './sources.js';

/** A web application in the sources, as a server is told of it. */
export interface ApplicationObject {
  /** `app.main:app`, or `app:create_app` for a factory. */
  readonly reference: string;
  readonly isFactory: boolean;
  /** The folder to put on the import path, `''` for the app's root. */
  readonly root: string;
  readonly entry: Fact<string>;
}

/** File names that usually hold the application, likeliest first. */
const usualNames = ['main', 'app', 'server', 'api', 'asgi', 'wsgi', 'application', 'run', 'index'];

const factory = /^(?:async[ \t]+)?def[ \t]+(?<value>(?:create|make|get|build)_(?:app|application))\(/m;
const madeByFactory =
  /^(?<value>app|application|api|server)[ \t]*=[ \t]*(?:\w+\.)?(?:create|make|get|build)_\w{0,30}app\w{0,30}\(/m;

/**
 * The application made by one of these classes (patterns of their names): an object of a module first, then a factory.
 */
export function applicationObject(
  project: ProjectView,
  sources: readonly PythonSource[],
  classes: readonly string[],
): ApplicationObject | null {
  const names = classes.join('|');
  const made = String.raw`(?:[\w.]{1,60}\.)?(?:${names})\(`;
  // `app = FastAPI()`, `app: FastAPI = build()`, `app, rt = fast_app()`
  const object = new RegExp(
    String.raw`^(?<value>[A-Za-z_]\w*)(?:(?:[ \t]*:[ \t]*[\w.\[\]]{1,80})?(?:[ \t]*,[ \t]*\w+){0,4}[ \t]*=[ \t]*${made}|[ \t]*:[ \t]*(?:\w+\.)?(?:${names})[ \t]*=)`,
    'm',
  );
  const anywhere = new RegExp(String.raw`\b${made}`);
  const ordered = byLikelihood(sources);
  return (
    objectMatching(project, ordered, object) ??
    objectMatching(project, ordered, madeByFactory) ??
    firstObject(
      project,
      ordered.filter(({ code }) => anywhere.test(code)),
      factory,
      true,
    )
  );
}

/** The first object of a module that a pattern names in its group `value`. */
export function objectMatching(
  project: ProjectView,
  sources: readonly PythonSource[],
  pattern: RegExp,
): ApplicationObject | null {
  return firstObject(project, sources, pattern, false);
}

/** What the sources themselves tell a server to serve: `uvicorn.run("shop.main:app")`. Null where that is no file of the project. */
export function namedApplication(
  project: ProjectView,
  sources: readonly PythonSource[],
): ApplicationObject | null {
  const named =
    /\buvicorn\.run\(\s*(?:app[ \t]*=[ \t]*)?["'](?<module>[A-Za-z_][\w.]*):(?<value>\w+)["'](?<rest>[^)]{0,300})/;
  for (const source of byLikelihood(sources)) {
    const { module: stated, value, rest = '' } = named.exec(source.code)?.groups ?? {};
    if (stated === undefined || value === undefined) continue;
    // As a script its own folder is on the import path, as a module the app's root is.
    for (const root of [source.folder, '', 'src']) {
      const path = joinPaths(root, stated.replaceAll('.', '/'));
      const served = sources.find((other) => [`${path}.py`, `${path}/__init__.py`].includes(other.path));
      if (!served) continue;
      const isFactory = /\bfactory[ \t]*=[ \t]*True\b/.test(rest);
      const entry = served.file.fact(served.path, 0);
      const { module, root: place } = modulePath(project, served);
      return { reference: `${module}:${value}`, isFactory, root: place, entry };
    }
  }
  return null;
}

function firstObject(
  project: ProjectView,
  sources: readonly PythonSource[],
  pattern: RegExp,
  isFactory: boolean,
): ApplicationObject | null {
  for (const source of sources) {
    const found = pattern.exec(source.code);
    const name = found?.groups?.['value'];
    if (!found || !name || (isFactory && wantsArguments(source.code, found))) continue;
    const { module, root } = modulePath(project, source);
    if (!/^[\w.]+$/.test(module)) continue;
    return {
      reference: `${module}:${name}`,
      isFactory,
      root,
      entry: source.file.fact(source.path, found.index),
    };
  }
  return null;
}

/** Servers call a factory without arguments. `found` ends with its opening bracket. */
function wantsArguments(code: string, found: RegExpExecArray): boolean {
  const rest = code.slice(found.index + found[0].length);
  const parameters =
    /^(?<all>(?:[^()]|\([^()]*\)){0,2000}?)\)[ \t]*(?:->[^:\n]{1,80})?:/.exec(rest)?.groups?.['all'] ?? '';
  const flat = parameters.replace(/\[[^\]]*\]|\([^()]*\)/g, '');
  return flat
    .split(',')
    .map((parameter) => parameter.trim())
    .some((parameter) => /^\w/.test(parameter) && !parameter.includes('='));
}

/** Nearest to the root, then by name. */
export function byLikelihood(sources: readonly PythonSource[]): PythonSource[] {
  const rank = ({ name }: PythonSource): number =>
    usualNames.includes(name) ? usualNames.indexOf(name) : usualNames.length;
  const depth = ({ path }: PythonSource): number => path.replace(/^src\//, '').split('/').length;
  return [...sources].sort((a, b) => depth(a) - depth(b) || rank(a) - rank(b));
}
