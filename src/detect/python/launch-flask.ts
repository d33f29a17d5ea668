import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject } from './application-object.js';
import { launchProjectScript } from './launch-script.js';
import type { PythonSource } from './sources.js';
import { wsgiCommand } from './wsgi-servers.js';

/** Sources that start a server of their own around the application. */
const servesItself = /\bmod_wsgi\b|\bwaitress\.serve\(|^[ \t]*from waitress import serve\b/m;

/**
 * Flask-SocketIO's run() refuses Werkzeug's server where nobody sits at a terminal, and Flask's own command does not. With a server for many
 * connections run() takes that one. https://flask-socketio.readthedocs.io/en/latest/deployment.html
 */
function servedByFlask({ installs, sources }: PythonApp): boolean {
  return (
    !['eventlet', 'gevent', 'gunicorn', 'uwsgi'].some(installs) &&
    !sources.some(({ code }) => /\ballow_unsafe_werkzeug\b/.test(code))
  );
}

const usualName = /:(?:app|application|server|api|(?:create|make|get|build)_\w+)$/;

const guard = /^if[ \t]+\(?__name__[ \t]*==/m;

/** A script at the root whose only work is to call the main() of a package, which makes the application ready and serves it. */
function callsMain({ sources }: PythonApp): PythonSource | null {
  const found = sources.find(
    ({ folder, code }) =>
      folder === '' &&
      guard.test(code) &&
      /^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+main\b/m.test(code) &&
      /^[ \t]+(?:sys\.exit\()?main\(\)/m.test(code),
  );
  return found ?? null;
}

/** Flask: a production server where one is a dependency, else Flask's own. */
export function launchFlask(app: PythonApp): Launch | null {
  const { project, sources, framework, listening } = app;
  if (framework !== 'flask' || sources.some(({ code }) => servesItself.test(code))) return null;
  if (sources.some(({ code }) => /\bsocketio\.run\(/.test(code)) && !servedByFlask(app)) return null;
  const application = applicationObject(project, sources, ['Flask', 'APIFlask', 'OpenAPI']);
  if (!application) return null;
  const { reference, isFactory, root, entry } = application;
  const served = wsgiCommand(app, application);
  if (served) return launch(served, entry);
  // Of a larger program the application is a part, which the program itself serves.
  const own = usualName.test(reference) ? null : launchProjectScript(app);
  if (own) return own;
  const main = callsMain(app);
  if (main) return launch(['python', main.path], main.file.fact(main.path, main.code.search(guard)));
  // Flask takes a path as well as a module, and puts the path's folder on the import path.
  const called = isFactory ? `${reference}()` : reference;
  const place = root === '' ? called : `${root}/${called}`;
  const port = String(listening.port?.value ?? 5000);
  return launch(['flask', '--app', place, 'run', '--host', '0.0.0.0', '--port', port], entry, [
    {
      code: 'BI135',
      message: "Flask's own server is for development: add gunicorn to the dependencies",
      source: entry.source,
    },
  ]);
}
