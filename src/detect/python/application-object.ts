import type { Fact } from '../../fact.js';
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

/** The application made by one of these classes: an object of a module first, then a factory. */
export function applicationObject(
  project: ProjectView,
  sources: readonly PythonSource[],
  classes: readonly string[],
): ApplicationObject | null {
  const made = String.raw`(?:[\w.]{1,60}\.)?(?:${classes.join('|')})\(`;
  const object = new RegExp(
    String.raw`^(?<value>[A-Za-z_]\w*)(?:[ \t]*:[ \t]*[\w.\[\]]{1,80})?[ \t]*=[ \t]*${made}`,
    'm',
  );
  const anywhere = new RegExp(String.raw`\b${made}`);
  const ordered = byLikelihood(sources);
  return (
    firstObject(project, ordered, object, false) ??
    firstObject(project, ordered, madeByFactory, false) ??
    firstObject(
      project,
      ordered.filter(({ code }) => anywhere.test(code)),
      factory,
      true,
    )
  );
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
    if (!found || !name) continue;
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

/** Nearest to the root, then by name. */
export function byLikelihood(sources: readonly PythonSource[]): PythonSource[] {
  const rank = ({ name }: PythonSource): number =>
    usualNames.includes(name) ? usualNames.indexOf(name) : usualNames.length;
  const depth = ({ path }: PythonSource): number => path.replace(/^src\//, '').split('/').length;
  return [...sources].sort((a, b) => depth(a) - depth(b) || rank(a) - rank(b));
}
