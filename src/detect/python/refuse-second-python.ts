import { InputError } from '../../errors.js';
import type { Launch, PythonApp } from './app.js';
import { foundIn } from './sources.js';

/** Statements that Python 3 can't read, and modules that it no longer has, where nothing guards the import. */
const secondPython =
  /^(?:[ \t]*(?:print[ \t]+(?!(?:and|else|for|if|in|is|not|or)\b)(?:["'\w]|>>)|exec[ \t]+["'\w]|raise[ \t]+[\w.]+[ \t]*,)|(?:import|from)[ \t]+(?:BaseHTTPServer|ConfigParser|Queue|SimpleHTTPServer|SocketServer|StringIO|cPickle|httplib|urllib2|urlparse|xmlrpclib)\b).*/m;

/** Throws InputError `not-served` where the file that the app starts in was written for Python 2. */
export function refuseSecondPython({ sources }: PythonApp, { entry }: Launch): void {
  const file = sources.find(({ path }) => path === entry.value || entry.source.startsWith(`${path}:`));
  const statement = file && foundIn(file, secondPython);
  if (!statement) return;
  throw new InputError(
    'not-served',
    `${statement.source}: "${statement.value.trim()}" is Python 2, and no image here runs it`,
    'port it to Python 3, or give the command that starts something else with --start',
  );
}
