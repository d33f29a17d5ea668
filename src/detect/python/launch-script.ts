import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject } from './application-object.js';
import type { Warning } from '../../fact.js';
import { modulePath } from './module-path.js';
import { normalizedName } from './name.js';
import { projectName, projectPrograms } from './project-programs.js';
import { firstFound, type PythonSource } from './sources.js';
import { noSubCommand, subCommand } from './sub-commands.js';

/** The program that an installed project brings: the only one, or the one that has the project's name. */
export function launchProjectScript({ project, packaged, sources, framework }: PythonApp): Launch | null {
  const programs = packaged ? projectPrograms(project) : [];
  const own = normalizedName(projectName(project)?.value ?? '');
  const found =
    programs.length === 1 ? programs[0] : programs.find(({ value }) => normalizedName(value) === own);
  if (!found) return null;
  const sub = framework === null ? noSubCommand : subCommand(project, sources, found.value);
  return { ...launch([found.value, ...sub.words], found, sub.warnings), runsSources: false };
}

/** A module called wsgi or asgi with an application, and gunicorn or uvicorn to serve it. */
export function launchInterfaceModule(app: PythonApp): Launch | null {
  const named = app.sources.filter(({ name }) => name === 'wsgi' || name === 'asgi');
  return launchServed(
    app,
    named,
    /^(?<value>application|app)\b[ \t]*=|^def[ \t]+(?<defined>application|app)\(|\bimport[ \t]+(?:\w+[ \t]+as[ \t]+)?(?<imported>application|app)\b/m,
  );
}

/** An `app` that a program makes and does not run, of a framework that is not known by name, with a server beside it. */
export function launchApplication(app: PythonApp): Launch | null {
  if (app.framework !== null) return null;
  const programs = app.sources.filter(
    ({ name, code }) => programNames.includes(name) && !guard.test(code) && !runsApplication.test(code),
  );
  const made =
    /^(?<value>application|app)\b[ \t]*(?::[ \t]*[\w.]+[ \t]*)?=[ \t]*(?!(?:\w+\.)?(?:Typer|Celery|Bot|Client|Application|ArgumentParser|Flet)\()[\w.]+\(/m;
  return launchServed(app, programs, made);
}

const runsApplication = /^[ \t]*(?:app|application)(?:\.\w+)?\(/m;

function launchServed(
  { project, installs, listening }: PythonApp,
  sources: readonly PythonSource[],
  application: RegExp,
): Launch | null {
  const server = ['gunicorn', 'uvicorn'].find(installs);
  const source = sources.find(({ code }) => application.test(code));
  if (!server || !source) return null;
  const groups = application.exec(source.code)!.groups!;
  const { module } = modulePath(project, source);
  const reference = `${module}:${groups['value'] ?? groups['defined'] ?? groups['imported']}`;
  const port = listening.port?.value ?? 8000;
  const words =
    server === 'gunicorn'
      ? ['gunicorn', '--bind', `0.0.0.0:${port}`, reference]
      : ['uvicorn', reference, '--host', '0.0.0.0', '--port', String(port)];
  return launch(words, source.file.fact(source.path, 0));
}

/** A worker without a web server. */
export function launchCelery({ project, sources, framework }: PythonApp): Launch | null {
  const application = framework === 'celery' ? applicationObject(project, sources, ['Celery']) : null;
  if (!application) return null;
  const name = application.reference.replace(':', '.');
  return launch(
    ['celery', '--app', name, 'worker', '--loglevel', 'INFO'],
    application.entry,
    scheduled(sources, name),
  );
}

/** A schedule in each of several workers would send every task several times. https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html */
function scheduled(sources: readonly PythonSource[], application: string): Warning[] {
  const found = firstFound(sources, /\bbeat_schedule\b|\badd_periodic_task\(/);
  if (!found) return [];
  const command = `celery --app ${application} beat --schedule /tmp/celerybeat-schedule`;
  return [
    {
      code: 'BI185',
      message: `the worker does not send what is scheduled: run "${command}" in one container more of this image`,
      source: found.source,
    },
  ];
}

/** Names of files that are programs, likeliest first. */
const programNames = ['main', 'app', 'server', 'run', 'bot', 'start', 'index', 'application'];

const guard = /^if[ \t]+\(?__name__[ \t]*==[ \t]*["']__main__["']/m;

/** main.py and its like, a package's __main__.py, the only file there is. */
export function launchMainFile({ project, sources, packaged }: PythonApp): Launch | null {
  const programs = sources
    .filter(
      ({ name, path }) =>
        programNames.includes(name) && path.split('/').length <= 3 && !path.endsWith('__init__.py'),
    )
    .sort(
      (a, b) =>
        depth(a) - depth(b) ||
        guardRank(a) - guardRank(b) ||
        programNames.indexOf(a.name) - programNames.indexOf(b.name),
    );
  const atRoot = sources.filter(
    ({ folder, name }) => folder === '' && !(packaged && forDevelopers.test(name)),
  );
  const runnable = sources.find(({ name, path }) => name === '__main__' && path.split('/').length <= 3);
  const program = programs.find(({ folder }) => folder === '');
  const nested = programs.filter(({ code }) => guard.test(code) || calls.test(code));
  const found =
    (program && (startedBy(program, atRoot) ?? program)) ??
    runnable ??
    nested[0] ??
    (atRoot.length === 1 ? atRoot[0] : likeliest(atRoot.filter(({ code }) => guard.test(code)))) ??
    likeliest(
      sources.filter(
        ({ folder, name, code }) => folder === 'src' && guard.test(code) && !forDevelopers.test(name),
      ),
    );
  if (!found) return null;
  return launch(
    ['python', ...howToRun(found)],
    found.file.fact(found.path, Math.max(0, found.code.search(guard))),
  );

  /** As a script its own folder is on the import path, as a module the app's root is. */
  function howToRun(source: PythonSource): string[] {
    if (source.folder === '' && source.name !== '__main__') return [source.path];
    const { module, root } = modulePath(project, source);
    const own = module.split('.')[0]!;
    const isPart =
      source.name === '__main__' ||
      new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+(?:\.|${own}\b)`, 'm').test(source.code);
    if (!isPart || (root !== '' && !packaged) || module === '__main__') return [source.path];
    return ['-m', module.replace(/\.__main__$/, '')];
  }
}

/** A statement that does something when the file is run. */
const calls = /^(?:await[ \t]+)?[A-Za-z_][\w.]*\(|^(?:while|for|with|try|if|async[ \t]+with)\b/m;

/** `bot.py` that only defines, and the one program beside it that imports and starts it. */
function startedBy(program: PythonSource, atRoot: readonly PythonSource[]): PythonSource | undefined {
  if (guard.test(program.code)) return undefined;
  const imports = new RegExp(
    String.raw`^(?:from[ \t]+${program.name}[ \t]+import|import[ \t]+${program.name})\b`,
    'm',
  );
  const starters = atRoot.filter(({ code }) => guard.test(code) && imports.test(code));
  return starters.length === 1 ? starters[0] : undefined;
}

/** Names of scripts with which a package is made, not run. */
const forDevelopers =
  /^(?:generate|build|tests?|release|update|bump|make|gen|codegen)(?:_|$)|^(?:noxfile|fabfile|tasks|dodo|versioneer|conf)$/;

/** `email_server.py` rather than `email_client.py`; else the longest, beside which others are short cuts to it. */
function likeliest(programs: readonly PythonSource[]): PythonSource | undefined {
  const rank = ({ name }: PythonSource): number =>
    /server|service|worker/.test(name) ? 0 : /client|test|demo|example|util|setup/.test(name) ? 2 : 1;
  return [...programs].sort((a, b) => rank(a) - rank(b) || b.code.length - a.code.length)[0];
}

function depth({ path }: PythonSource): number {
  return path.split('/').length;
}

function guardRank({ code }: PythonSource): number {
  return guard.test(code) ? 0 : 1;
}
