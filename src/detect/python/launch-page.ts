import { occurs } from '../pattern.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood } from './application-object.js';
import { importOf, type PythonSource } from './sources.js';

type Page = Pick<Launch, 'words' | 'environment'>;

const words = (...all: string[]): Page => ({ words: all, environment: {} });
const bare = (path: string): string[] => ['python', path];
/** Its server answers browsers of its own host only, unless told which others may open the page. */
const anyHost = { BOKEH_ALLOW_WS_ORIGIN: '*' };

/** Frameworks whose own program runs a script, or whose script runs itself, and what opens them to others. */
const pages: Readonly<Record<string, (path: string, port: number | null) => Page>> = {
  streamlit: (path, port) =>
    words('streamlit', 'run', path, '--server.address', '0.0.0.0', '--server.port', String(port ?? 8501)),
  chainlit: (path, port) =>
    words('chainlit', 'run', path, '--host', '0.0.0.0', '--port', String(port ?? 8000)),
  gradio: (path) => ({ words: bare(path), environment: { GRADIO_SERVER_NAME: '0.0.0.0' } }),
  dash: (path) => ({ words: bare(path), environment: { HOST: '0.0.0.0' } }),
  nicegui: (path) => words(...bare(path)),
  panel: (path, port) => ({
    words: ['panel', 'serve', path, '--address', '0.0.0.0', '--port', String(port ?? 5006)],
    environment: anyHost,
  }),
  bokeh: (path, port) => ({
    words: ['bokeh', 'serve', path, '--address', '0.0.0.0', '--port', String(port ?? 5006)],
    environment: anyHost,
  }),
  shiny: (path, port) => words('shiny', 'run', path, '--host', '0.0.0.0', '--port', String(port ?? 8000)),
  solara: (path, port) =>
    words('solara', 'run', path, '--host', '0.0.0.0', '--port', String(port ?? 8765), '--production'),
  marimo: (path, port) =>
    words('marimo', 'run', path, '--host', '0.0.0.0', '--port', String(port ?? 2718), '--headless'),
};

/** Streamlit, Gradio and their kin: a script that is a page. */
export function launchPage({ project, sources, framework, listening }: PythonApp): Launch | null {
  const name = framework !== null && Object.hasOwn(pages, framework) ? framework : pageFramework(sources);
  const source = name === null ? undefined : pageSource(name, sources);
  if (name === null || !source) return null;
  const configured = name === 'streamlit' ? streamlitPort(project) : null;
  return {
    ...launch([], source.file.fact(source.path, 0)),
    ...pages[name]!(source.path, configured ?? listening.port?.value ?? null),
  };
}

/** A page may borrow types from a web framework that counts for more. */
function pageFramework(sources: readonly PythonSource[]): string | null {
  return Object.keys(pages).find((name) => sources.some((source) => occurs(importOf(name), source))) ?? null;
}

/** Further pages lie in a folder beside the first one, and the parts of a page set up none. */
function pageSource(name: string, sources: readonly PythonSource[]): PythonSource | undefined {
  const candidates = byLikelihood(sources).filter(
    (source) =>
      occurs(importOf(name), source) && !/(^|\/)pages$/.test(source.folder) && !isPartOfPackage(source),
  );
  return (
    candidates.find((source) => /^(streamlit_app|main|app|home)$/i.test(source.name)) ??
    candidates.find(({ code }) => /\bset_page_config\(|\bst\.navigation\(/.test(code)) ??
    candidates[0]
  );
}

/** What imports from its own package can't be run by its path. */
function isPartOfPackage({ path, code }: PythonSource): boolean {
  return path.endsWith('/__init__.py') || /^from[ \t]+\./m.test(code);
}

/** https://docs.streamlit.io/develop/api-reference/configuration/config.toml */
function streamlitPort(project: PythonApp['project']): number | null {
  const port = project.toml('.streamlit/config.toml')?.get('server', 'port')?.value;
  return typeof port === 'number' ? port : null;
}
