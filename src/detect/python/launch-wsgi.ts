import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject, byLikelihood, objectMatching } from './application-object.js';
import { wsgiCommand } from './wsgi-servers.js';

/** Frameworks that speak WSGI beside Flask and Django, and what makes their applications. */
const makers: Readonly<Record<string, readonly string[]>> = {
  falcon: [String.raw`falcon\.(?:App|API)`],
  bottle: ['Bottle', 'default_app'],
  pyramid: ['make_wsgi_app'],
};

/** Bottle, Falcon and Pyramid behind a server that is a dependency; without one their script serves, or nothing does. */
export function launchWsgi(app: PythonApp): Launch | null {
  const { framework, project, sources } = app;
  const made = framework === null || !Object.hasOwn(makers, framework) ? undefined : makers[framework];
  const application = made && applicationObject(project, sources, made);
  const words = application && wsgiCommand(app, application);
  return words ? launch(words, application.entry) : null;
}

/** Dash and its server, the Flask application below it: `server = app.server`. */
export function launchDash(app: PythonApp): Launch | null {
  if (app.framework !== 'dash') return null;
  const server = /^(?<value>\w+)[ \t]*=[ \t]*\w+\.server\b/m;
  const application = objectMatching(app.project, byLikelihood(app.sources), server);
  const words = application && wsgiCommand(app, application);
  return words ? launch(words, application.entry) : null;
}
