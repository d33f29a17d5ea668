import type { ProjectFile } from '../../project/view.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';

/** uwsgi.ini names its module and its address. https://uwsgi-docs.readthedocs.io/en/latest/Options.html */
export function launchUwsgi({ project, installs }: PythonApp): Launch | null {
  const file = project.read('uwsgi.ini');
  if (file === null || !(installs('uwsgi') || installs('pyuwsgi'))) return null;
  if (!/^[ \t]*(?:module|wsgi-file|wsgi|mount)[ \t]*=/m.test(file.text)) return null;
  // Without this SIGTERM makes it load the app again.
  const words = ['uwsgi', '--ini', file.path, '--die-on-term'];
  const web = /^[ \t]*http(?:-socket|11-socket)?[ \t]*=[ \t]*(?<value>\S+)/m;
  if (web.test(file.text)) return launch([...words], file.fact(file.path, file.text.search(web)));
  const own = portIn(file, /^[ \t]*socket[ \t]*=[ \t]*\S*:(?<value>\d{2,5})[ \t]*$/m);
  const port = own === 8000 ? 8080 : 8000;
  return launch([...words, '--http-socket', `0.0.0.0:${port}`], file.fact(file.path, 0), [
    {
      code: 'BI177',
      message: `${file.path} has a socket for a web server in front, and none for HTTP: HTTP is served on port ${port}`,
      source: file.path,
    },
  ]);
}

function portIn(file: ProjectFile, pattern: RegExp): number | null {
  const found = file.match(pattern);
  return found && Number(found.value);
}

/** PasteDeploy's settings of a Pyramid app, production before development. */
const settings = ['production.ini', 'deployment.ini', 'development.ini'];

/** https://docs.pylonsproject.org/projects/pyramid/en/latest/pscripts/pserve.html */
export function launchPserve({ project, installs }: PythonApp): Launch | null {
  const name = settings.find((path) => project.has(path));
  const file = name && installs('pyramid') ? project.read(name) : null;
  return file && /^\[server:/m.test(file.text)
    ? launch(['pserve', name!], file.fact(file.path, file.text.search(/^\[server:/m)))
    : null;
}
