import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject } from './application-object.js';

/** Sources that start a server of their own around the application. */
const servesItself =
  /\bmod_wsgi\b|\bsocketio\.run\(|\bwaitress\.serve\(|^[ \t]*from waitress import serve\b/m;

/** Flask: a production server where one is a dependency, else Flask's own. */
export function launchFlask({ project, sources, framework, installs, listening }: PythonApp): Launch | null {
  if (framework !== 'flask' || sources.some(({ code }) => servesItself.test(code))) return null;
  const application = applicationObject(project, sources, ['Flask', 'APIFlask', 'OpenAPI']);
  if (!application) return null;
  const { reference, isFactory, root, entry } = application;
  const called = isFactory ? `${reference}()` : reference;
  const port = listening.port?.value ?? null;
  if (installs('gunicorn')) {
    const path = root === '' ? [] : ['--pythonpath', root];
    return launch(['gunicorn', ...path, '--bind', `0.0.0.0:${port ?? 8000}`, called], entry);
  }
  if (installs('waitress')) {
    const factory = isFactory ? ['--call'] : [];
    return launch(['waitress-serve', `--listen=0.0.0.0:${port ?? 8000}`, ...factory, reference], entry);
  }
  // Flask takes a path as well as a module, and puts the path's folder on the import path.
  const place = root === '' ? called : `${root}/${called}`;
  return launch(
    ['flask', '--app', place, 'run', '--host', '0.0.0.0', '--port', String(port ?? 5000)],
    entry,
    [
      {
        code: 'BI135',
        message: "Flask's own server is for development: add gunicorn to the dependencies",
        source: entry.source,
      },
    ],
  );
}
