import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood } from './application-object.js';
import { importOf } from './sources.js';

/** Frameworks whose own program runs a script, or whose script runs itself, and what opens them to others. */
const pages: Readonly<
  Record<string, (path: string, port: number | null) => Pick<Launch, 'words' | 'environment'>>
> = {
  streamlit: (path, port) => ({
    words: ['streamlit', 'run', path, '--server.address', '0.0.0.0', '--server.port', String(port ?? 8501)],
    environment: {},
  }),
  chainlit: (path, port) => ({
    words: ['chainlit', 'run', path, '--host', '0.0.0.0', '--port', String(port ?? 8000)],
    environment: {},
  }),
  gradio: (path) => ({ words: ['python', path], environment: { GRADIO_SERVER_NAME: '0.0.0.0' } }),
  dash: (path) => ({ words: ['python', path], environment: { HOST: '0.0.0.0' } }),
};

/** Streamlit, Gradio and their kin: a script that is a page. */
export function launchPage({ sources, framework, listening }: PythonApp): Launch | null {
  const page = framework === null || !Object.hasOwn(pages, framework) ? undefined : pages[framework];
  const source = page && byLikelihood(sources).find(({ code }) => importOf(framework!).test(code));
  if (!source) return null;
  return {
    ...launch([], source.file.fact(source.path, 0)),
    ...page(source.path, listening.port?.value ?? null),
  };
}
