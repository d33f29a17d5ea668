import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood, objectMatching } from './application-object.js';

const object = /^(?<value>\w+)[ \t]*(?::[^=\n]{1,40})?=[ \t]*(?:\w+\.)*Application\(/m;
/** gunicorn's worker calls it by itself. */
const coroutine = /^async[ \t]+def[ \t]+(?<value>\w*(?:app|application|init)\w*)\([ \t]*\)/m;
const maker = /^def[ \t]+(?<value>\w*(?:app|application|init)\w*)\([ \t]*\)/m;

/** aiohttp behind gunicorn, where its sources don't serve themselves: https://docs.aiohttp.org/en/stable/deployment.html */
export function launchAiohttp({
  project,
  sources,
  framework,
  installs,
  listening,
}: PythonApp): Launch | null {
  if (framework !== 'aiohttp' || !installs('gunicorn')) return null;
  if (sources.some(({ code }) => /\brun_app\(/.test(code))) return null;
  const makers = byLikelihood(sources).filter(({ code }) => /\bApplication\(/.test(code));
  const found =
    objectMatching(project, makers, object) ??
    objectMatching(project, makers, coroutine) ??
    called(objectMatching(project, makers, maker));
  if (!found) return null;
  const port = listening.port?.value ?? 8080;
  const worker = ['--worker-class', 'aiohttp.GunicornWebWorker'];
  const folder = found.root === '' ? [] : ['--pythonpath', found.root];
  return launch(
    ['gunicorn', ...worker, ...folder, '--bind', `0.0.0.0:${port}`, found.reference],
    found.entry,
  );
}

function called<T extends { readonly reference: string }>(found: T | null): T | null {
  return found && { ...found, reference: `${found.reference}()` };
}
