import { occurs } from '../pattern.js';
import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { importOf } from './sources.js';

const runs = /^[ \t]*(?:(?<object>\w+)\.)?run\((?<arguments>[^)]{0,300})/m;

/**
 * A script that Bottle serves to its own host alone. Bottle's own program takes the same script, passes its `run` by
 * and listens where it is told: https://bottlepy.org/docs/stable/tutorial.html#command-line-interface
 */
export function launchBottle({ sources, framework, listening }: PythonApp): Launch | null {
  if (framework !== 'bottle') return null;
  const source = sources.find(
    (one) => one.folder === '' && occurs(importOf('bottle'), one) && runs.test(one.code),
  );
  const given = source && runs.exec(source.code)!.groups!['arguments']!;
  if (!source || given === undefined || !isClosed(given)) return null;
  const place = `0.0.0.0:${listening.port?.value ?? 8080}`;
  const object = servedObject(source.code, given);
  const server = /\bserver[ \t]*=[ \t]*["'](?<name>\w+)["']/.exec(given)?.groups?.['name'];
  const module = source.path.slice(0, -'.py'.length);
  return launch(
    [
      'python',
      '-m',
      'bottle',
      '--bind',
      place,
      ...(server === undefined ? [] : ['--server', server]),
      object === null ? module : `${module}:${object}`,
    ],
    source.file.fact(source.path, source.code.search(runs)),
  );
}

/** `run(app)`, `app.run()`; null for `run()` and `bottle.run()`, which serve the routes of the module. */
function servedObject(code: string, given: string): string | null {
  const passed = /^(?:app[ \t]*=[ \t]*)?(?<name>[A-Za-z_]\w*)[ \t]*(?:,|$)/.exec(given)?.groups?.['name'];
  const owner = runs.exec(code)!.groups!['object'];
  return passed ?? (owner === undefined || owner === 'bottle' ? null : owner);
}

/** No host is Bottle's own, loopback; a server that is an object can't be named in a command. */
function isClosed(given: string): boolean {
  if (/\bserver[ \t]*=[ \t]*[^"'\s]/.test(given)) return false;
  const host = /\bhost[ \t]*=[ \t]*(?<value>[^,\s]+)/.exec(given)?.groups?.['value'];
  return host === undefined || /^["'](?:localhost|127\.0\.0\.1|::1)["']$/.test(host);
}
