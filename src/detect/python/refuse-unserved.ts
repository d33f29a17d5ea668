import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';
import type { Pattern } from '../pattern.js';
import type { PythonApp } from './app.js';
import { firstFound, importOf, type PythonSource } from './sources.js';

/** Projects that are recognised and have nothing that a container could run by itself. */
interface Unserved {
  /** The file that says so, null where this is no such project. */
  recognised(app: PythonApp): string | null;
  readonly what: string;
  readonly remedy: string;
}

const asked = 'give the command that starts something with --start';
const byHand = `or ${asked}`;

const unserved: readonly Unserved[] = [
  {
    recognised: ({ project, framework }) => (framework === 'reflex' ? has(project, 'rxconfig.py') : null),
    what: 'a Reflex app builds its front end with Node.js and Bun, and that build is not served',
    remedy: `export the front end with "reflex export" and serve it as a site, ${byHand}`,
  },
  {
    recognised: ({ project, sources }) =>
      sources.some(runs) ? null : has(project, 'mkdocs.yml', 'mkdocs.yaml'),
    what: 'MkDocs builds pages, and no program runs them',
    remedy: `run "mkdocs build" and generate for the pages (--app site --language static), ${byHand}`,
  },
  {
    recognised: ({ project, sources }) =>
      sources.every(({ name }) => name === 'conf') &&
      project.files.some((path) => /(^|\/)index\.(rst|md)$/.test(path))
        ? has(project, 'conf.py', 'docs/conf.py', 'source/conf.py', 'docs/source/conf.py')
        : null,
    what: 'Sphinx builds pages, and no program runs them',
    remedy: `run "sphinx-build" and generate for the folder that it writes (--app build/html --language static), ${byHand}`,
  },
  {
    recognised: ({ project }) => has(project, 'pelicanconf.py'),
    what: 'Pelican builds pages, and no program runs them',
    remedy: `run "pelican content -s publishconf.py" and generate for the pages (--app output --language static), ${byHand}`,
  },
  {
    recognised: ({ framework, sources }) =>
      framework === null ? sourceOf(sources, importOf('airflow')) : null,
    what: 'tasks for Airflow are run by its own scheduler, and nothing here starts one',
    remedy: `put them into an image of Airflow itself, ${byHand}`,
  },
  {
    recognised: ({ project, framework }) => (framework === null ? has(project, 'langgraph.json') : null),
    what: 'a graph of LangGraph is served by its own platform, and nothing here listens',
    remedy: `build it with "langgraph build", ${byHand}`,
  },
  {
    recognised: ({ project, sources }) =>
      sources.some(runs) ? null : (project.files.find((path) => path.endsWith('.ipynb')) ?? null),
    what: 'a notebook runs in Jupyter, and which server should show it is not said',
    remedy:
      'add jupyterlab or voila to the dependencies and give --start "jupyter lab --ip 0.0.0.0 --no-browser" or --start "voila --Voila.ip=0.0.0.0"',
  },
  {
    recognised: ({ sources, framework }) => (framework === null ? sourceOf(sources, windows) : null),
    what: 'a desktop app draws windows, and a container has no screen',
    remedy: `if a part of it is a server, ${asked}`,
  },
  {
    recognised: ({ project, installs }) =>
      installs('azure-functions') ? has(project, 'host.json', 'function_app.py') : null,
    what: 'functions for Azure are called by the platform, and nothing here listens',
    remedy: asked,
  },
  {
    recognised: ({ project }) => has(project, '.chalice/config.json'),
    what: 'functions for AWS Lambda (Chalice) are called by the platform, and nothing here listens',
    remedy: asked,
  },
  {
    recognised: ({ sources, framework }) =>
      framework === null && !sources.some(runs) ? sourceOf(sources, handler) : null,
    what: 'a function for AWS Lambda is called by the platform, and nothing here listens',
    remedy: `put a server before it, ${byHand}`,
  },
];

const windows =
  /^(?:import|from)[ \t]+(?:tkinter|customtkinter|PyQt[56]|PySide[26]|kivy|kivymd|wx|pygame|arcade|dearpygui|toga|eel|flet|webview|turtle)\b/m;
const handler =
  /^(?:async[ \t]+)?def[ \t]+(?:lambda_handler|handler)\([ \t]*event\b[^)\n]*,[ \t]*_?context\b/m;

/** Does a file do something when it is run, beside what it defines? */
function runs({ code }: PythonSource): boolean {
  return /^(?:if[ \t]+\(?__name__|while\b|[\w.]+\(|with\b)/m.test(code);
}

function sourceOf(sources: PythonApp['sources'], pattern: RegExp | Pattern): string | null {
  return firstFound(sources, pattern)?.source ?? null;
}

/** Throws InputError `not-served` for a project that is recognised and has nothing to run, else null. */
export function refuseUnserved(app: PythonApp): null {
  for (const { recognised, what, remedy } of unserved) {
    const file = recognised(app);
    if (file !== null) throw new InputError('not-served', `${file}: ${what}`, remedy);
  }
  return null;
}

function has(project: ProjectView, ...paths: string[]): string | null {
  return paths.find((path) => project.has(path)) ?? null;
}
