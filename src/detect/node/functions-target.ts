import type { Fact } from '../../fact.js';
import type { NodeApp } from './node-app.js';

/** Files that the framework loads: the manifest's, else these. https://github.com/GoogleCloudPlatform/functions-framework-nodejs */
const files = ['index.js', 'function.js', 'index.mjs', 'src/index.js'];

/** `functions.http('hello', …)`, `functions.cloudEvent('hello', …)`. */
const registered = /\.(?:http|cloudEvent|typed)\(\s*['"`](?<value>[\w.-]+)['"`]/;
/** `exports.hello = (req, res) =>`: where it is the only one. */
const exported = /^(?:module\.)?exports\.(?<value>\w+)\s*=/gm;

/** The function that the framework is to serve, which it has to be told; null where none or several could be meant. */
export function functionsTarget({ project, manifest }: NodeApp): Fact<string> | null {
  const path = [manifest.string('main')?.value ?? '', ...files].find(
    (name) => name !== '' && project.has(name),
  );
  const file = path === undefined ? null : project.read(path);
  if (file === null) return null;
  const named = file.match(registered);
  if (named) return named;
  const found = [...file.text.matchAll(exported)];
  return found.length === 1 && found[0] ? file.fact(found[0].groups?.['value'] ?? '', found[0].index) : null;
}
